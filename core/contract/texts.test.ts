import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { multiLineRefusal, oneLineRefusal, termRefusal, type Length } from './texts.ts';

const some: Length = { min: 1, max: 160 };
const optional: Length = { min: 0, max: 160 };
const all = [oneLineRefusal, multiLineRefusal, termRefusal];
const lineBreaks = ['\n', '\r', '\u0085', '\u2028', '\u2029'];
const directions = ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E'];

describe('length', () => {
  test('counts code points, not UTF-16 units', () => {
    for (const refusal of all) {
      expect(refusal('😀'.repeat(160), some)).toBeUndefined();
      expect(refusal('😀'.repeat(161), some)).toBe('This has 161 characters: at most 160 are allowed.');
    }
  });

  test('an empty text is refused where one is needed and kept where it is optional', () => {
    for (const refusal of all) {
      expect(refusal('', some)).toBe('This may not be empty.');
      expect(refusal('', optional)).toBeUndefined();
      expect(refusal('a', { min: 2, max: 200 })).toBe('This has 1 characters: at least 2 are needed.');
    }
  });
});

describe('what cannot be kept', () => {
  test('NUL and lone surrogates, in every kind of text', () => {
    for (const refusal of all) {
      expect(refusal('a\0b', some)).toBe('The character 2 is NUL (U+0000), which cannot be kept.');
      expect(refusal('😀\uD83D', some)).toBe(
        'The character 2 is half a surrogate pair (U+D83D), which cannot be kept.',
      );
      expect(refusal('\uDE00😀', some)).toContain('character 1 is half a surrogate pair (U+DE00)');
    }
  });

  test.each(lineBreaks)('the line break %j, but in several lines', (lineBreak) => {
    const sentence = 'A line break stands at character 3: this must be one line.';
    expect(oneLineRefusal(`ab${lineBreak}c`, some)).toBe(sentence);
    expect(termRefusal(`ab${lineBreak}c`, some)).toBe(sentence);
    expect(multiLineRefusal(`ab${lineBreak}c`, some)).toBeUndefined();
  });

  test.each(['\u0001', '\u0007', '\v', '\f', '\u001B', '\u007F', '\u009F'])(
    'the control %j, but in a term',
    (control) => {
      expect(oneLineRefusal(`a${control}`, some)).toContain('character 2 is a control character');
      expect(multiLineRefusal(`a${control}`, some)).toContain('character 2 is a control character');
      expect(termRefusal(`a${control}`, some)).toBeUndefined();
    },
  );

  test('a tab, in one line', () => {
    expect(oneLineRefusal('a\tb', some)).toContain('(U+0009)');
    expect(multiLineRefusal('a\tb', some)).toBeUndefined();
    expect(termRefusal('a\tb', some)).toBeUndefined();
  });

  test.each(directions)('the direction %j, in one line', (direction) => {
    expect(oneLineRefusal(`a${direction}`, some)).toContain('character 2 is a control of the direction of writing');
    expect(multiLineRefusal(`a${direction}`, some)).toBeUndefined();
    expect(termRefusal(`a${direction}`, some)).toBeUndefined();
  });

  test('white space alone, but as a term', () => {
    for (const blank of [' ', '\u00A0', '\u3000\u2003', '\uFEFF']) {
      expect(oneLineRefusal(blank, some)).toBe('This is white space alone.');
      expect(multiLineRefusal(`${blank}\n\t\u0085`, optional)).toBe('This is white space alone.');
      expect(termRefusal(blank, some)).toBeUndefined();
    }
  });
});

test('what people write is kept: scripts, emoji sequences, marks, isolates', () => {
  for (const text of ['Ξεσηκωθείτε', 'שלום\u200F', '👩🏽‍🚒 🇪🇺', 'e\u0301', '\u2066abc\u2069', 'a\u200Bb', '\uFFFE']) {
    for (const refusal of all) expect(refusal(text, some)).toBeUndefined();
  }
});

test('a refusal is one short sentence that repeats nothing of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const refusal of all) {
        const sentence = refusal(`§secret§${text}`, { min: 1, max: 40 });
        if (sentence === undefined) continue;
        expect(sentence).toMatch(/^(This|The|A) [\x20-\x7E]{1,90}\.$/);
        expect(sentence).not.toContain('secret');
      }
    }),
  );
});

test('exactly the well-formed terms without NUL and line breaks pass', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0x2030 }).map((c) => String.fromCharCode(c)) }), (text) => {
      const fit = text.length > 0 && !['\0', ...lineBreaks].some((each) => text.includes(each));
      expect(termRefusal(text, some) === undefined).toBe(fit);
    }),
  );
});

test('one line is refused wherever several are, and a fault is found wherever it stands', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const length = { min: 0, max: 1000 };
      if (multiLineRefusal(before, length) !== undefined) expect(oneLineRefusal(before, length)).toBeDefined();
      const position = Array.from(before).length + 1;
      expect(multiLineRefusal(`${before}\0${after}`, length)).toContain(`The character ${position} is NUL`);
    }),
  );
});

test('a million characters are looked at in one pass: in two they would outlast this test', () => {
  const text = `${'😀 \t'.repeat(333_333)}\0`;
  expect(multiLineRefusal(text, { min: 1, max: 1_000_000 })).toContain('The character 1000000 is NUL');
});
