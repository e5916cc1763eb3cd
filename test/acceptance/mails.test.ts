import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ReceivedMail } from '../../cli/embedded/mail-sink.ts';
import type { Tlp } from '../../core/contract/vocabularies.ts';
import { acknowledgeWarning } from '../../core/store/commands/acknowledge.ts';
import { confirmAddress } from '../../core/store/commands/address.ts';
import { cancelWarning } from '../../core/store/commands/cancel.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { tokenDigest } from '../../core/store/token.ts';
import { openStage, type Platform, type Stage } from '../support/escalations.ts';
import { until } from '../support/until.ts';

const owner = { type: 'role', role: 'owner' } as const;
const raw = 'oncall@pager.example';
let stage: Stage;
let platform: Platform;

beforeAll(async () => {
  stage = await openStage();
  platform = await stage.platform(() => ({ steps: [{ after: 0, to: [owner, { type: 'email', address: raw }] }] }));
  const asked = await mailed(raw, ({ subject }) => subject.includes('Confirm'));
  const token = /token=(\w+)/.exec(asked.text)?.[1] ?? '';
  await stage.store.writer.run(confirmAddress(tokenDigest(token)));
}, 60_000);
afterAll(() => stage.close(), 30_000);

/** The newest mail to an address that answers to `wanted`. */
const mailed = (address: string, wanted: (mail: ReceivedMail) => boolean): Promise<ReceivedMail> =>
  until<ReceivedMail | undefined>(() => stage.mail.to(address).findLast(wanted), { what: `such a mail to ${address}` });
const about = (address: string, warning: string): Promise<ReceivedMail> =>
  mailed(address, ({ text }) => text.includes(warning));
const raised = (tlp: Tlp, changes: Parameters<Stage['raise']>[1] = {}): Promise<string> =>
  stage.raise(platform, {
    tlp,
    headline: 'The headline <b>itself</b>',
    ...(tlp === 'TLP:RED' ? { audience: { only: [platform.organisation.id] } } : {}),
    ...changes,
  });

test('a token that was mailed is forgotten once it was sent', async () => {
  const { rows } = await stage.store.sql.query(`SELECT content FROM delivery WHERE kind = 'confirmation'`);
  expect(rows).toEqual([{ content: '{}' }]);
});

test('GREEN quotes the issuer in the body, escaped, and never in the subject', async () => {
  const warning = await raised('TLP:GREEN');
  const mail = await about(platform.owner.address, warning);
  expect(mail.subject).toBe('[TLP:GREEN] Severe warning, Germany');
  expect(mail.text).toContain('The headline <b>itself</b>');
  expect(mail.html).toContain('The headline &lt;b&gt;itself&lt;/b&gt;');
  expect(mail.html).toMatch(/href="https:\/\/tocsin\.example\/answer#token=[0-9a-f]{72}"/);
  expect(mail.text).toContain(`https://tocsin.example/warnings/${warning}`);
  expect(mail.text).toMatch(/Raised by: Watch/);
  expect(mail.text).toMatch(/not a notice under Article 16/);
  expect((await about(raw, warning)).text).toContain('The headline');
});

test('AMBER says what and where to members alone, and to others that something waits', async () => {
  const warning = await raised('TLP:AMBER');
  const mail = await about(platform.owner.address, warning);
  expect(mail.subject).toBe('[TLP:AMBER] Severe warning, Germany');
  expect(mail.text).toContain('Where: Germany');
  expect(mail.text + mail.html + mail.subject).not.toContain('headline');
  const outside = await about(raw, warning);
  expect(outside.subject).toBe('[TLP:AMBER] A warning is waiting');
  expect(outside.text).not.toMatch(/Germany|Severe|Antisemitism/);
});

test('RED says that something waits and nothing else', async () => {
  const warning = await raised('TLP:RED');
  for (const address of [platform.owner.address, raw]) {
    const mail = await about(address, warning);
    expect(mail.subject).toBe('[TLP:RED] A warning is waiting');
    expect(mail.html).toContain(`href="https://tocsin.example/warnings/${warning}"`);
    expect(mail.html).not.toContain('#token=');
    expect(mail.text + mail.html).not.toMatch(/Germany|Severe|Antisemitism|Watch|headline/i);
  }
});

test('a withheld issuer stays withheld, and a drill is marked as one in the subject and on top', async () => {
  const withheld = await about(platform.owner.address, await raised('TLP:GREEN', { withholdIssuer: true }));
  expect(withheld.text).toContain('Raised by: A member of the network');
  expect(withheld.text).not.toContain('Watch');
  const drill = await about(platform.owner.address, await raised('TLP:GREEN', { status: 'exercise' }));
  expect(drill.subject).toBe('EXERCISE: [TLP:GREEN] Severe warning, Germany');
  expect(drill.text).toMatch(/^EXERCISE – A drill/);
});

test('all mails of a warning to one person are one thread, sent by a machine, and each has its own Message-ID', async () => {
  const warning = await raised('TLP:GREEN');
  const first = await about(platform.owner.address, warning);
  const other = await about(raw, warning);
  await stage.store.writer.run(cancelWarning(stage.cso.caller, warning, 'Over.'));
  const second = await mailed(
    platform.owner.address,
    ({ text }) => text.includes(warning) && text.includes('stand down'),
  );
  expect(second.headers['in-reply-to']).toBe(first.headers['references']);
  expect(second.messageId).not.toBe(first.messageId);
  expect(second.headers['auto-submitted']).toBe('auto-generated');
  for (const name of ['list-id', 'precedence']) expect(first.headers).not.toHaveProperty(name);
  expect(other.headers['references']).not.toBe(first.headers['references']);
});

test('a subscription with an email channel is mailed what is raised and called off, once each', async () => {
  const reader = await stage.platform(() => ({ steps: [] }));
  const { writer } = stage.store;
  const to = [{ type: 'member', id: reader.responder.id } as const];
  const filter = { countries: [reader.country] };
  for (const name of ['One', 'Another']) {
    await writer.run(addSubscription(reader.caller, { name, filter, channels: [{ type: 'email', to }] }));
  }
  const warning = await stage.raise(reader);
  expect((await about(reader.responder.address, warning)).text).toContain('A warning was raised');
  await writer.run(cancelWarning(stage.cso.caller, warning, 'It was a rumour.'));
  const allClear = await mailed(reader.responder.address, ({ text }) => text.includes('called off'));
  expect(allClear.text).toContain('It was a rumour.');
  expect(stage.mail.to(reader.responder.address)).toHaveLength(2);
  expect(allClear.headers).toMatchObject({ 'list-id': '<warnings.tocsin.example>', precedence: 'list' });
});

test('RED goes to those on the list; where a step names none of them, to the owners at once', async () => {
  const { writer } = stage.store;
  const red = await stage.platform(() => ({ steps: [{ after: 0, to: [{ type: 'role', role: 'viewer' }] }] }));
  const address = `viewer@${red.organisation.id}.example`;
  await writer.run(
    addMember({ organisationId: red.organisation.id, name: 'A viewer', address, role: 'viewer', red: false }),
  );
  const warning = await stage.raise(red, { tlp: 'TLP:RED', audience: { only: [red.organisation.id] } });
  const mail = await about(red.owner.address, warning);
  expect(mail.text).toContain('Nobody whom the step names can be told');
  expect(mail.subject).toBe('[TLP:RED] A warning is waiting');
  expect(stage.mail.to(address)).toEqual([]);
});

test('each is written to in their own language, with the warning’s own words in it where it has them', async () => {
  const { writer } = stage.store;
  const pager = 'bereitschaft@pager.example';
  const reader = await stage.platform(() => ({
    hours: { timeZone: 'Europe/Athens', quiet: [] },
    steps: [
      {
        after: 0,
        to: [
          { type: 'role', role: 'viewer' },
          { type: 'email', address: pager, language: 'de-AT' },
        ],
      },
    ],
  }));
  const greek = `reader@${reader.organisation.id}.example`;
  await writer.run(
    addMember({ organisationId: reader.organisation.id, name: 'N', address: greek, role: 'viewer', language: 'el' }),
  );
  const asked = await mailed(pager, ({ subject }) => subject.startsWith('Bestätigen Sie'));
  await writer.run(confirmAddress(tokenDigest(/token=(\w+)/.exec(asked.text)?.[1] ?? '')));
  const warning = await stage.raise(reader, {
    translations: [{ language: 'el', headline: 'Τίτλος της ίδιας', description: 'Κλήσεις για επεισόδια.' }],
  });
  const toGreek = await about(greek, warning);
  expect(toGreek.subject).toMatch(/^\[TLP:GREEN\] Προειδοποίηση \(σοβαρή\): /);
  expect(toGreek.html).toMatch(/^<!doctype html><html dir="ltr" lang="el">/);
  expect(toGreek.text).toMatch(/Τίτλος: Τίτλος της ίδιας\n(.*\n)*Πότε: .* (EET|EEST|ώρα|GMT\+)/);
  expect(toGreek.text).not.toContain('Aufrufe');
  const toGerman = await about(pager, warning);
  expect(toGerman.text).toContain('Überschrift: Aufrufe gegen eine Synagoge\n');
});

test('a target that nobody confirmed is told to the managers, who can mend the policy', async () => {
  const pager = 'unconfirmed@pager.example';
  const team = await stage.platform(() => ({
    steps: [
      {
        after: 0,
        to: [
          { type: 'role', role: 'responder' },
          { type: 'email', address: pager },
        ],
      },
    ],
  }));
  const warning = await stage.raise(team);
  const told = await about(team.owner.address, warning);
  expect(told.text).toMatch(/unconfirmed@pager\.example\n.*: the address was never confirmed/);
  expect(told.subject).toMatch(/^\[TLP:GREEN\] Severe warning/);
  expect((await about(team.responder.address, warning)).text).toContain('Nobody has answered');
});

describe('the issuer', () => {
  const answered = async (reader: Platform, changes: Parameters<Stage['raise']>[1] = {}): Promise<string> => {
    const warning = await stage.raise(reader, changes);
    for (const state of ['acknowledged', 'working'] as const)
      await stage.store.writer.run(acknowledgeWarning(reader.caller, warning, { state }));
    return warning;
  };
  const toIssuer = (warning: string): ReceivedMail[] =>
    stage.mail.to(stage.cso.owner.address).filter(({ text }) => text.includes(warning));

  test('hears once that a platform answered, and once how it ended', async () => {
    const reader = await stage.platform(() => ({ steps: [] }));
    const warning = await answered(reader, { tlp: 'TLP:AMBER' });
    const first = await about(stage.cso.owner.address, warning);
    expect(first.text).toContain('A platform has answered your warning');
    expect(first.text).toMatch(new RegExp(`${reader.organisation.name}: (Acknowledged|Working)`));
    await stage.store.writer.run(cancelWarning(stage.cso.caller, warning, 'Over.'));
    await until(() => toIssuer(warning).length === 2);
    const last = toIssuer(warning).at(-1);
    expect(last?.text).toContain('It was called off. 1 team answered');
    expect(last?.subject).toMatch(/^Re: \[TLP:AMBER\] Severe warning/);
    expect(last?.headers['references']).toBe(first.headers['references']);
  });

  test('is told by mail of a RED warning that there is news, and no more', async () => {
    const reader = await stage.platform(() => ({ steps: [] }));
    const warning = await answered(reader, { tlp: 'TLP:RED', audience: { only: [reader.organisation.id] } });
    const mail = await about(stage.cso.owner.address, warning);
    expect(mail.subject).toBe('Re: [TLP:RED] A warning is waiting');
    expect(mail.text + mail.html).not.toMatch(/Platform of|Working|Severe|Antisemitism/);
  });
});
