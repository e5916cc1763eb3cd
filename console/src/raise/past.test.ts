import { describe, expect, test } from '@jest/globals';
import { raiseRequest, type Warning } from '../../../core/contract/warning.ts';
import { aRaise } from '../../../test/support/warnings.ts';
import { changed, newDraft, raiseBody, standing } from './draft.ts';
import { begunFrom, mostUsed, named, termsOf } from './past.ts';

const now = Date.parse('2026-11-24T10:00:00Z');
const empty = newDraft({ key: 'k', language: 'de', status: 'actual', now });

function warned(part: Partial<Warning>): Warning {
  const none = { asks: [], subdivisions: [], terms: [], references: [], translations: [] };
  const said = { ...aRaise(), onset: '2026-01-01T00:00:00.000Z', instruction: 'Bitte prüfen.', withholdIssuer: true };
  return { ...none, ...said, ...part } as Warning;
}

const countries = (warning: Warning) => named(warning.countries);

describe('what an organisation usually says', () => {
  test('is what most of its warnings said, whatever the order they said it in', () => {
    const past = [{ countries: ['FR'] }, { countries: ['AT', 'DE'] }, { countries: ['DE', 'AT'] }].map((part) =>
      warned(part),
    );
    expect(mostUsed(past, countries)).toEqual(['AT', 'DE']);
  });

  test('is the newer of two that are as frequent, and nothing where nothing was said', () => {
    const past = [{ countries: [] }, { countries: ['FR'] }, { countries: ['DE'] }].map((part) => warned(part));
    expect(mostUsed(past, countries)).toEqual(['FR']);
    expect(mostUsed([warned({ countries: [] })], countries)).toBeUndefined();
  });

  test('its terms are those about the same groups in the same languages, each once as it was explained last', () => {
    const term = (text: string, meaning: string) => ({ text, meaning, kind: 'keyword' as const });
    const past = [
      warned({ terms: [term('88', 'newest')] }),
      warned({ terms: [term('88', 'older'), term('444', '')] }),
      warned({ languages: ['pl'], terms: [term('other language', '')] }),
      warned({ grounds: ['disability'], terms: [term('other ground', '')] }),
    ];
    const found = termsOf(past, { grounds: ['antisemitism', 'xenophobia'], languages: ['de'] });
    expect(found.map(({ text, meaning }) => [text, meaning])).toEqual([
      ['88', 'newest'],
      ['444', ''],
    ]);
    expect(termsOf(past, { grounds: [], languages: ['de'] })).toEqual([]);
  });
});

describe('beginning from an earlier warning', () => {
  const begun = changed(empty, begunFrom(warned({ audience: { only: ['a'] } })), now);

  test('takes over to whom it went, and leaves text, times and assessment to be said', () => {
    expect(begun).toMatchObject({ sharing: 'only', organisations: ['a'], withholdIssuer: true, tlp: 'TLP:GREEN' });
    expect([begun.headline, begun.description, begun.instruction, begun.onset]).toEqual(['', '', '', '']);
    expect(begun.expires).toBe(empty.expires);
    const missing = raiseRequest.safeParse(raiseBody(begun)).error?.issues.map(({ path }) => path[0]);
    expect(missing).toEqual(expect.arrayContaining(['headline', 'description', 'severity', 'urgency', 'certainty']));
    expect(missing).not.toContain('trigger');
  });

  test('is given back whole, the guesses as guesses', () => {
    const part = begunFrom(warned({}));
    expect(changed(changed(empty, part, now), standing(empty, Object.keys(part)), now)).toEqual(empty);
  });
});
