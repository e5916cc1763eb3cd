import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createNetwork, type TestNetwork } from '../../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../../test/support/store.ts';
import { aRaise } from '../../../test/support/warnings.ts';
import type { FilterRequest } from '../../contract/filter.ts';
import type { RaiseRequest, RevisionRequest } from '../../contract/warning.ts';
import type { LogEntry } from '../../domain/log.ts';
import { acknowledgementsOf, answersOf, type StandingAcknowledgement } from '../acknowledgements.ts';
import { unopenedWaits } from '../due.ts';
import { readTimeline } from '../log-reader.ts';
import { loadWarning } from '../warnings.ts';
import { acknowledgeWarning } from './acknowledge.ts';
import { escalateNow, fireEscalation, openEscalation } from './escalate.ts';
import { setEscalationPolicy } from './escalation-policy.ts';
import { resumeOrganisation, suspendOrganisation } from './organisation.ts';
import { raiseWarning } from './raise.ts';
import { redactRevision } from './redact.ts';
import { reviseWarning } from './revise.ts';
import { addSubscription, changeSubscription } from './subscription.ts';

let opened: TestStore;
let network: TestNetwork;
const follows: Record<string, FilterRequest> = {
  Anger: { countries: ['DE', 'AT'] },
  Brett: { languages: ['fr'] },
  Chirp: {},
  Droll: { severity: 'severe' },
};
const names = Object.keys(follows);

beforeAll(async () => {
  opened = await openTestStore();
  network = await createNetwork(opened.store, { csos: ['Watch'], platforms: [...names, 'Extra'], coordinator: 'Hub' });
  for (const [name, filter] of Object.entries(follows)) {
    const sent = { name: 'All', filter, channels: [{ type: 'live' as const }] };
    await opened.store.writer.run(addSubscription(network.of(name).caller, sent));
  }
}, 60_000);
afterAll(() => opened.close());

const run: TestStore['store']['writer']['run'] = (command) => opened.store.writer.run(command);
const raise = async (changes: Partial<RaiseRequest> = {}): Promise<string> =>
  (await run(raiseWarning(network.of('Watch').caller, aRaise(changes)))).snapshot.id;
const revise = (id: string, changes: RevisionRequest) =>
  run(reviseWarning(network.of('Watch').caller, id, changes, '*'));
const answer = (name: string, id: string) =>
  run(acknowledgeWarning(network.of(name).caller, id, { state: 'working', note: 'On it' }));

async function standing(id: string, name: string): Promise<StandingAcknowledgement | undefined> {
  return (await acknowledgementsOf(opened.store.sql, [id], [network.of(name).team.id]))[0];
}

const timeline = (id: string): Promise<LogEntry[]> => readTimeline(opened.store.sql, opened.store.positions, id);
const ends = async (id: string) =>
  (await timeline(id)).filter(({ type }) => type === 'escalation.ended').map(({ data }) => data['reason']);

/** What the dispatcher and its worker do about a warning: opens what nobody opened yet, and answers what is to fire. */
async function openWaits(id: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { teamId } of await unopenedWaits(opened.store.sql, [id])) {
    const { firings } = await run(openEscalation(id, teamId));
    const name = [...names, 'Extra'].find((one) => network.of(one).team.id === teamId) ?? teamId;
    if (firings.length > 0) found[name] = firings.length;
  }
  return found;
}

describe('a revision reopens', () => {
  const answering = ['Anger', 'Brett', 'Chirp'];
  test.each<[string, RevisionRequest, string[]]>([
    ['nobody for a better headline', { headline: 'Besser gesagt' }, []],
    ['everybody for a higher severity', { severity: 'severe' }, answering],
    ['everybody for a higher severity, also in a correction', { severity: 'extreme', correction: true }, answering],
    ['nobody for a lower severity', { severity: 'minor' }, []],
    ['who follows an added country', { countries: ['PL', 'DE'] }, ['Anger', 'Chirp']],
    ['who follows a country, once the warning is for all of them', { countries: null }, ['Anger', 'Chirp']],
    ['who follows a country that takes another’s place', { countries: ['AT'] }, ['Anger', 'Chirp']],
    ['who follows an added language', { languages: ['pl', 'fr'] }, ['Brett', 'Chirp']],
    ['everybody for another instruction', { instruction: 'Bitte prüfen.' }, answering],
    ['nobody for an instruction that is a correction', { instruction: 'Bitte prüfen.', correction: true }, []],
  ])('%s', async (_, changes, expected) => {
    const id = await raise({ countries: ['PL'], languages: ['pl'], severity: 'moderate' });
    for (const name of answering) await answer(name, id);
    await revise(id, changes);
    const open: string[] = [];
    for (const name of answering) {
      const one = (await standing(id, name))?.acknowledgement;
      expect(one).toMatchObject({ note: 'On it', seenRevision: 1, deliveredRevision: 1 });
      if (one?.state === 'pending') open.push(name);
      expect(one?.waitingSince !== null).toBe(one?.state === 'pending' && one.expected);
    }
    expect(open).toEqual(expected);
    const revised = (await timeline(id)).find(({ type }) => type === 'warning.revised');
    expect(revised?.data['reopened']).toBe(expected.length > 0);
  });
});

describe('a revision', () => {
  test('reopens who is newly admitted and had answered before; who is not any more is not asked', async () => {
    const { id: anger } = network.of('Anger').organisation;
    const id = await raise();
    await answer('Anger', id);
    await answer('Chirp', id);
    await revise(id, { audience: { except: [anger] }, severity: 'extreme' });
    expect((await standing(id, 'Anger'))?.acknowledgement).toMatchObject({ state: 'working', expected: false });
    expect((await standing(id, 'Chirp'))?.acknowledgement).toMatchObject({ state: 'pending', expected: true });
    await answer('Chirp', id);
    await revise(id, { audience: null });
    expect((await standing(id, 'Anger'))?.acknowledgement).toMatchObject({ state: 'pending', expected: true });
    expect((await standing(id, 'Chirp'))?.acknowledgement).toMatchObject({ state: 'working' });
    expect(await answersOf(opened.store.sql, id, network.of('Anger').team.id)).toMatchObject([
      { state: 'working', revision: 1, organisationId: anger },
      { state: 'pending', revision: 3, organisationId: null },
    ]);
  });

  test('decides anew who is expected: what was paused ends no escalation, who is new begins to wait', async () => {
    const { caller } = network.of('Extra');
    const sent = { name: 'All', channels: [{ type: 'live' as const }] };
    const subscription = await run(addSubscription(caller, sent));
    const id = await raise();
    expect(await openWaits(id)).toHaveProperty('Extra');
    await run(changeSubscription(caller, subscription.id, { paused: true }));
    await revise(id, { headline: 'Anders gesagt' });
    const paused = await standing(id, 'Extra');
    expect(paused).toMatchObject({ acknowledgement: { expected: false, revision: 2 }, escalation: { step: 0 } });
    const later = await raise();
    expect(await standing(later, 'Extra')).toBeUndefined();
    await run(changeSubscription(caller, subscription.id, { paused: false }));
    await revise(later, { headline: 'Anders gesagt' });
    const begun = await standing(later, 'Extra');
    expect(begun?.acknowledgement).toMatchObject({ state: 'pending', expected: true, revision: 2 });
    await run(changeSubscription(caller, subscription.id, { paused: true }));
  });

  test('that says the same in another order says nothing', async () => {
    const id = await raise({ countries: ['DE', 'AT'], asks: ['raise_monitoring', 'review_terms'] });
    await answer('Chirp', id);
    const same: RevisionRequest = { countries: ['AT', 'DE'], asks: ['review_terms', 'raise_monitoring'], audience: {} };
    await expect(revise(id, { ...same, audience: { except: [] } })).rejects.toMatchObject({
      problem: 'nothing-changed',
    });
    const { snapshot } = await revise(id, { ...same, headline: 'Anders gesagt' });
    expect(snapshot.content.countries).toEqual(['AT', 'DE']);
    expect((await timeline(id)).at(-1)?.data).toMatchObject({ changed: ['headline'], reopened: false });
  });

  test('keeps saying of what it leaves blank that it was blanked, until it is written anew', async () => {
    const id = await raise();
    const sent = { members: ['headline' as const, 'description' as const], reason: 'It named a person.' };
    await run(redactRevision(network.of('Hub').caller, id, 1, sent));
    await revise(id, { severity: 'extreme' });
    const carried = (await loadWarning(opened.store.sql, id))?.snapshot;
    expect(carried).toMatchObject({ revision: 2, content: { headline: '' } });
    expect(carried?.redactions).toMatchObject([{ members: ['headline', 'description'], reason: sent.reason }]);
    const { snapshot } = await revise(id, { headline: 'Ohne Namen' });
    expect(snapshot.redactions).toMatchObject([{ members: ['description'], reason: sent.reason }]);
    expect((await loadWarning(opened.store.sql, id))?.snapshot).toEqual(snapshot);
  });
});

describe('a team that waits', () => {
  test('and loses the warning is chased no longer, and from the start when it gets it again', async () => {
    const { id: anger } = network.of('Anger').organisation;
    const id = await raise();
    const before = (await standing(id, 'Anger'))?.acknowledgement.waitingSince;
    expect(await openWaits(id)).toHaveProperty('Anger', 2);
    await revise(id, { audience: { except: [anger] } });
    expect(await standing(id, 'Anger')).toMatchObject({ acknowledgement: { waitingSince: null }, escalation: null });
    expect(await ends(id)).toEqual(['no-longer-admitted']);
    const { snapshot } = await revise(id, { audience: null });
    const after = await standing(id, 'Anger');
    expect(after?.acknowledgement).toMatchObject({
      state: 'pending',
      expected: true,
      waitingSince: snapshot.updatedAt,
    });
    expect(after?.acknowledgement.waitingSince).not.toBe(before);
    expect(await openWaits(id)).toEqual({ Anger: 2 });
  });

  test('while its organisation is suspended is chased from the start when it is back', async () => {
    const { id: brett } = network.of('Brett').organisation;
    const id = await raise({ languages: ['fr'] });
    await openWaits(id);
    await run(suspendOrganisation(brett));
    await opened.store.sql.query(
      `UPDATE escalation_firing SET fires_at = now() - interval '1 second' FROM escalation
       WHERE escalation.id = escalation_id AND warning_id = $1 AND team_id = $2`,
      [id, network.of('Brett').team.id],
    );
    const { rows } = await opened.store.sql.query<{ escalation_id: string; token: string }>(
      `SELECT escalation_id, token FROM escalation_firing JOIN escalation ON escalation.id = escalation_id
       WHERE warning_id = $1 AND team_id = $2 AND step = 1`,
      [id, network.of('Brett').team.id],
    );
    const { escalation_id = '', token = '' } = rows[0] ?? {};
    expect(await run(fireEscalation(escalation_id, token))).toEqual({ outcome: 'ended' });
    expect(await openWaits(id)).toEqual({});
    await run(resumeOrganisation(brett));
    expect(await openWaits(id)).toEqual({ Brett: 2 });
  });

  test('while its organisation is suspended, and loses the warning, is told of it all the same', async () => {
    const { id: brett } = network.of('Brett').organisation;
    const id = await raise({ languages: ['fr'] });
    await openWaits(id);
    await run(suspendOrganisation(brett));
    await revise(id, { audience: { except: [brett] } });
    expect(await ends(id)).toEqual(['suspended']);
    expect((await timeline(id)).map(({ type }) => type)).toContain('warning.withdrawn');
    await run(resumeOrganisation(brett));
    await revise(id, { audience: null });
    expect(await openWaits(id)).toEqual({ Brett: 2 });
  });

  test('is chased from the revision on that its policy has a step for, and by nothing before', async () => {
    const { caller } = network.of('Chirp');
    const to = [{ type: 'role', role: 'owner' } as const];
    await run(setEscalationPolicy(caller, { steps: [{ after: 60, to, severity: 'severe' }] }));
    const id = await raise({ severity: 'minor' });
    expect(await openWaits(id)).not.toHaveProperty('Chirp');
    const { acknowledgement: had } = (await standing(id, 'Chirp'))!;
    await revise(id, { severity: 'moderate' });
    expect((await standing(id, 'Chirp'))?.acknowledgement.waitingSince).toBe(had.waitingSince);
    expect(await openWaits(id)).toEqual({});
    const { snapshot } = await revise(id, { severity: 'extreme' });
    const { acknowledgement: now } = (await standing(id, 'Chirp'))!;
    expect(now).toMatchObject({ since: had.since, waitingSince: snapshot.updatedAt });
    expect(await openWaits(id)).toMatchObject({ Chirp: 1 });
    await revise(id, { severity: 'minor' });
    await revise(id, { severity: 'extreme' });
    expect((await standing(id, 'Chirp'))?.acknowledgement).toMatchObject({ waitingSince: now.waitingSince });
    expect((await standing(id, 'Chirp'))?.escalation).toMatchObject({ step: 0, of: 1 });
  });

  test('is chased no longer for what is past, and anew for what is not', async () => {
    const id = await raise({ urgency: 'past' });
    expect(await openWaits(id)).toEqual({});
    await revise(id, { urgency: 'immediate' });
    expect(await openWaits(id)).toHaveProperty('Anger', 2);
    await revise(id, { urgency: 'past' });
    expect(new Set(await ends(id))).toEqual(new Set(['past']));
    expect(await standing(id, 'Anger')).toMatchObject({ acknowledgement: { expected: true }, escalation: null });
    await revise(id, { urgency: 'expected' });
    expect(await openWaits(id)).toHaveProperty('Anger', 2);
  });
});

test('the next step by hand is the next step, not a repeat of the last', async () => {
  const { caller, team } = network.of('Chirp');
  const to = [{ type: 'role', role: 'owner' } as const];
  const repeated = { after: 0, to, repeat: { every: 600, times: 5 } };
  await run(setEscalationPolicy(caller, { steps: [repeated, { after: 3_600, to }] }));
  const id = await raise();
  for (const step of [1, 2]) {
    const { escalation } = await run(escalateNow(caller, id, team.id));
    expect(escalation).toMatchObject({ step, of: 2 });
  }
  await expect(run(escalateNow(caller, id, team.id))).rejects.toMatchObject({ problem: 'state-conflict' });
  const fired = (await timeline(id)).filter(({ type }) => type === 'escalation.fired');
  expect(fired.map(({ data }) => [data['step'], data['repeat']])).toEqual([
    [1, 0],
    [2, 0],
  ]);
});
