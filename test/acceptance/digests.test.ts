import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ReceivedMail } from '../../cli/embedded/mail-sink.ts';
import type { MailSubscriberRequest } from '../../core/contract/mail-subscriber.ts';
import { cancelWarning } from '../../core/store/commands/cancel.ts';
import {
  changeMailSubscriber,
  confirmMailSubscriber,
  endMailSubscriber,
  subscribeByMail,
} from '../../core/store/commands/mail-subscriber.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { reviseWarning } from '../../core/store/commands/revise.ts';
import { addVouch, withdrawVouch } from '../../core/store/commands/vouch.ts';
import { writeDueDigests } from '../../core/store/digests.ts';
import { mailedToken } from '../support/mail-server.ts';
import { openStage, type Stage } from '../support/escalations.ts';
import { settle } from '../support/network.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await settle(stage.store, { name: 'Hub', kind: 'coordinator' });
}, 60_000);
afterAll(() => stage.close(), 30_000);

/** Somebody who asked for mail, and confirmed by the link in the mail that they got. */
async function subscriber(
  name: string,
  wishes: Partial<MailSubscriberRequest>,
): Promise<{ id: string; address: string }> {
  const address = `${name}@reader.example`;
  const { writer } = stage.store;
  const asked = { rhythm: { type: 'daily', hour: 8 }, timeZone: 'Europe/Berlin', language: 'en' } as const;
  await writer.run(subscribeByMail({ address, ...asked, ...wishes }));
  const token = await mailedToken(stage.mail, address, /Confirm/);
  return { id: (await writer.run(confirmMailSubscriber(token))).id, address };
}

const raised = async (changes: Parameters<typeof aRaise>[0]): Promise<string> =>
  (await stage.store.writer.run(raiseWarning(stage.cso.caller, aRaise({ tlp: 'TLP:CLEAR', ...changes })))).snapshot.id;
const digests = (address: string): ReceivedMail[] =>
  stage.mail.to(address).filter(({ subject }) => subject.startsWith('[TLP:'));

/** Lets a digest be due now, as if its hour had come. */
async function due(id: string): Promise<void> {
  const { rows } = await stage.store.sql.query<{ at: Date }>(
    `UPDATE mail_subscriber SET next_at = date_trunc('milliseconds', clock_timestamp()) WHERE id = $1 RETURNING next_at AS at`,
    [id],
  );
  await stage.workers().queues.add('digest', { kind: 'due', at: rows[0]?.at.toISOString() ?? '' });
  await until(async () => {
    const { rows: moved } = await stage.store.sql.query(
      'SELECT FROM mail_subscriber WHERE id = $1 AND (next_at > clock_timestamp() OR next_at IS NULL)',
      [id],
    );
    return moved.length === 1;
  });
}

test('a digest says what is new, then what changed, in words; then nothing, and no mail comes', async () => {
  const { id, address } = await subscriber('daily', { filter: { countries: ['AT', 'CZ'] } });
  const warning = await raised({ countries: ['CZ'], severity: 'moderate', headline: 'Die Überschrift' });
  await raised({ countries: ['FR'] });
  await due(id);
  const first = await until(() => digests(address)[0]);
  expect(first.subject).toMatch(/^\[TLP:CLEAR\] Warnings since /);
  expect(first.text).toMatch(/\nCzechia\n=======\n\nDie Überschrift \(German\)\nNew · Severity: Moderate\n/);
  expect(first.text).not.toContain('France');
  expect(first.headers['list-unsubscribe']).toMatch(/^<https:\/\/tocsin\.example\/mail\/unsubscribe\/[0-9a-f]{72}>$/);
  expect(first.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');

  const changes = { severity: 'severe' as const, countries: ['AT', 'CZ'] };
  await stage.store.writer.run(reviseWarning(stage.cso.caller, warning, changes, '*'));
  await due(id);
  const second = await until(() => digests(address)[1]);
  expect(second.text).toMatch(/\nAustria\n=======\n(\n.*)*Changed · Severity: Severe\n/);
  expect(second.text).toMatch(/Moderate → Severe/);
  expect(second.text).toMatch(/added: Austria/);
  await due(id);
  await stage.store.writer.run(cancelWarning(stage.cso.caller, warning, 'Over.'));
  await due(id);
  const third = await until(() => digests(address)[2]);
  expect(third.text).toMatch(/Called off/);
  expect(digests(address)).toHaveLength(3);
});

test('who wants each event is mailed each at once; a pause holds them back, and its end brings them as one', async () => {
  const { id, address } = await subscriber('instant', { rhythm: { type: 'instant' }, filter: { countries: ['PT'] } });
  await raised({ countries: ['PT'], headline: 'Eins' });
  const first = await until(() => digests(address)[0]);
  expect(first.text).toContain('Eins');
  const pausedUntil = new Date(Date.now() + 86_400_000).toISOString();
  await stage.store.writer.run(changeMailSubscriber(id, { pausedUntil }));
  for (const headline of ['Zwei', 'Drei']) await raised({ countries: ['PT'], headline });
  await due(id);
  const second = await until(() => digests(address)[1]);
  expect(second.text).toMatch(/covers more than usual.*Zwei.*Drei|covers more than usual.*Drei.*Zwei/s);
  await raised({ countries: ['PT'], headline: 'Vier' });
  const third = await until(() => digests(address)[2]);
  expect(third.text).toContain('Vier');
  expect(third.text).not.toMatch(/Zwei|Drei/);
});

test('TLP:GREEN goes to those whom an organisation vouches for, AMBER and what has an audience to nobody outside', async () => {
  const trusted = await subscriber('trusted', { filter: { countries: ['MT'] } });
  const other = await subscriber('other', { filter: { countries: ['MT'] } });
  await stage.store.writer.run(addVouch(stage.cso.caller, { address: trusted.address }));
  await raised({ countries: ['MT'], tlp: 'TLP:GREEN', headline: 'Vertraut', withholdIssuer: true });
  await raised({ countries: ['MT'], tlp: 'TLP:AMBER', headline: 'Bernstein' });
  await raised({ countries: ['MT'], headline: 'Für alle' });
  for (const { id } of [trusted, other]) await due(id);
  const green = await until(() => digests(trusted.address)[0]);
  expect(green.subject).toMatch(/^\[TLP:GREEN\]/);
  expect(green.text).toMatch(/Vertraut/);
  expect(green.text).toContain('chose not to be named');
  const clear = await until(() => digests(other.address)[0]);
  expect(clear.text).toContain('Für alle');
  expect(clear.text + green.text).not.toContain('Bernstein');
  expect(clear.text).not.toContain('Vertraut');
});

test('what may be told is decided again when the mail leaves: withdrawn vouches and ended mails are heeded', async () => {
  const { id, address } = await subscriber('late', { filter: { countries: ['CY'] } });
  const vouch = await stage.store.writer.run(addVouch(stage.cso.caller, { address }));
  // Nobody sends it before the vouch is withdrawn.
  await stage.workers().stop();
  await raised({ countries: ['CY'], tlp: 'TLP:GREEN' });
  await stage.store.sql.query('UPDATE mail_subscriber SET next_at = clock_timestamp() WHERE id = $1', [id]);
  const { mails, at } = await writeDueDigests(stage.store);
  expect(mails).toBe(1);
  await stage.store.writer.run(withdrawVouch(stage.cso.caller, vouch.id));
  const others = await stage.startWorkers();
  await others.queues.add('mailing', { at: at.toISOString() });
  const ended = await until(async () => {
    const { rows } = await stage.store.sql.query<{ state: string }>(
      `SELECT state FROM delivery WHERE recipient = $1 AND kind = 'digest' AND state <> 'pending'`,
      [address],
    );
    return rows[0];
  });
  expect(ended.state).toBe('superseded');
  await stage.store.writer.run(endMailSubscriber(id));
  expect(digests(address)).toEqual([]);
  await others.close();
});
