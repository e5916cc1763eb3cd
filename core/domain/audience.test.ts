import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { filter, history, marking, organisationIds, reader } from '../../test/support/arbitrary.ts';
import { access, accessNow, accessThenAndNow, heardBy, isWithdrawnFrom, lesser, type Marking } from './audience.ts';
import type { Reader } from './organisation.ts';

const [issuer, platform, other] = organisationIds as [string, string, string];
const open: Marking = { tlp: 'TLP:AMBER', withholdIssuer: false, only: null, except: null };
const asPlatform: Reader = {
  organisationId: platform,
  kind: 'platform',
  clearance: 'TLP:RED',
  suspended: false,
  red: false,
};
const asCoordinator: Reader = { ...asPlatform, organisationId: other, kind: 'coordinator' };
const asIssuer: Reader = { ...asPlatform, organisationId: issuer, kind: 'cso' };

describe('what one marking gives one reader', () => {
  test.each<[string, Marking, Reader, string]>([
    ['the network by default', open, asPlatform, 'full'],
    ['the issuer, with the audience', open, asIssuer, 'whole'],
    ['the coordinator, with the audience', open, asCoordinator, 'whole'],
    ['nobody who is suspended', open, { ...asIssuer, suspended: true }, 'none'],
    [
      'an observer within its clearance',
      { ...open, tlp: 'TLP:GREEN' },
      { ...asPlatform, kind: 'observer', clearance: 'TLP:GREEN' },
      'full',
    ],
    ['no observer beyond it', open, { ...asPlatform, kind: 'observer', clearance: 'TLP:GREEN' }, 'none'],
    ['those named alone', { ...open, only: [other] }, asPlatform, 'none'],
    ['those named', { ...open, only: [platform] }, asPlatform, 'full'],
    ['nobody left out', { ...open, except: [platform] }, asPlatform, 'none'],
    ['the issuer even when left out', { ...open, except: [issuer] }, asIssuer, 'whole'],
    ['all but the issuer’s name', { ...open, withholdIssuer: true }, asPlatform, 'withheld'],
    ['the coordinator the name all the same', { ...open, withholdIssuer: true }, asCoordinator, 'whole'],
    ['RED: nobody outside `only`', { ...open, tlp: 'TLP:RED', only: [other] }, { ...asPlatform, red: true }, 'none'],
    ['RED: nobody off the RED list', { ...open, tlp: 'TLP:RED', only: [platform] }, asPlatform, 'none'],
    [
      'RED: no observer beyond its clearance, though named',
      { ...open, tlp: 'TLP:RED', only: [platform] },
      { ...asPlatform, kind: 'observer', clearance: 'TLP:GREEN', red: true },
      'none',
    ],
    ['RED: who is on both', { ...open, tlp: 'TLP:RED', only: [platform] }, { ...asPlatform, red: true }, 'full'],
    [
      'RED: a coordinator outside the marking alone',
      { ...open, tlp: 'TLP:RED', only: [platform] },
      { ...asCoordinator, red: true },
      'marked',
    ],
    [
      'RED: a coordinator inside all of it',
      { ...open, tlp: 'TLP:RED', only: [other] },
      { ...asCoordinator, red: true },
      'whole',
    ],
  ])('%s', (_, given, who, expected) => {
    expect(access(issuer, given, who)).toBe(expected);
  });

  test('a suspended reader has nothing, an issuer is always in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...organisationIds), marking, reader, (by, given, who) => {
        const got = access(by, given, who);
        if (who.suspended) expect(got).toBe('none');
        else if (who.organisationId === by && (given.tlp !== 'TLP:RED' || who.red)) expect(got).toBe('whole');
      }),
    );
  });

  test('withholding never gives anybody more', () => {
    fc.assert(
      fc.property(fc.constantFrom(...organisationIds), marking, reader, (by, given, who) => {
        const shown = access(by, { ...given, withholdIssuer: false }, who);
        const hidden = access(by, { ...given, withholdIssuer: true }, who);
        expect(lesser(shown, hidden)).toBe(hidden);
        if (who.organisationId !== by && who.kind !== 'coordinator') expect(hidden).not.toBe('full');
      }),
    );
  });
});

describe('then and now', () => {
  test('no event is shown to whom its own revision or the newest does not admit', () => {
    fc.assert(
      fc.property(history, reader, fc.nat(3), (of, who, pick) => {
        const revision = (pick % of.revisions.length) + 1;
        const then = access(of.issuerId, of.revisions[revision - 1]!.marking, who);
        const now = access(of.issuerId, of.revisions.at(-1)!.marking, who);
        const got = accessThenAndNow(of, revision, who);
        expect([then, now]).toContain(got);
        expect(lesser(got, then)).toBe(got);
        expect(lesser(got, now)).toBe(got);
      }),
    );
  });

  test('whoever loses a warning is told so once, and nobody who keeps it', () => {
    fc.assert(
      fc.property(history, reader, (of, who) => {
        const losses = of.revisions.filter(({ revision }) => isWithdrawnFrom(of, revision, who));
        for (const { revision } of losses) {
          const upTo = { ...of, revisions: of.revisions.slice(0, revision) };
          const before = { ...of, revisions: of.revisions.slice(0, revision - 1) };
          expect(accessNow(upTo, who)).toBe('none');
          expect(accessNow(before, who)).not.toBe('none');
        }
      }),
    );
  });

  test('who heard of a warning hears all that follows, whatever it turns into', () => {
    fc.assert(
      fc.property(history, reader, filter, (of, who, by) => {
        const heard = of.revisions.map(({ revision }) => heardBy(of, revision, who, by));
        expect(heard.lastIndexOf(false)).toBeLessThan(heard.includes(true) ? heard.indexOf(true) : heard.length);
      }),
    );
  });

  test('what a reader was not admitted to does not count as heard', () => {
    fc.assert(
      fc.property(history, reader, filter, (of, who, by) => {
        const admitted = of.revisions.some(({ marking: given }) => access(of.issuerId, given, who) !== 'none');
        if (!admitted) expect(heardBy(of, of.revisions.length, who, by)).toBe(false);
      }),
    );
  });
});
