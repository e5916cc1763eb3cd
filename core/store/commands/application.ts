import { v7 } from 'uuid';
import type {
  Admission,
  Application,
  ApplicationForm,
  ApplicationState,
  RaiseLimits,
} from '../../contract/application.ts';
import type { Caller } from '../../domain/organisation.ts';
import { coordinators } from '../../domain/recipients.ts';
import { network, type LogType, type NewEvent } from '../../domain/log.ts';
import { notFound, Refusal } from '../../domain/refusal.ts';
import { applicationOfId, applicationOfToken } from '../applications.ts';
import type { ApplicationNews } from '../deliveries.ts';
import { newSecret, tokenDigest } from '../token.ts';
import type { Command, Unit } from '../unit.ts';
import { invite } from './invitation.ts';
import { writeMails } from './mails.ts';
import { coordinatorOf } from './coordinator.ts';
import { addOrganisation } from './organisation.ts';
import { actorOf } from './warning-event.ts';

/** Applications that one address may send within a day: a mailbox is not for others to fill. */
const mostADay = 3;
const day = 86_400_000;
/** What an organisation that nobody here knows yet may raise in an hour, until the coordinator lifts it. */
const firstLimits: RaiseLimits = { extreme: 3, severe: 6 };

/** Takes an application and asks its contact by mail to confirm it. @throws Refusal unavailable where nobody decides on it */
export function apply(form: ApplicationForm): Command<void> {
  return async (unit) => {
    coordinatorOf(unit.directory, 'nobody could decide on an application');
    const address = form.contact.address.toLowerCase();
    const { rows } = await unit.sql.query<{ sent: number }>(
      'SELECT count(*)::integer AS sent FROM application WHERE address = $1 AND created_at > $2',
      [address, new Date(unit.now.getTime() - day)],
    );
    if ((rows[0]?.sent ?? 0) >= mostADay) return;
    const id = v7();
    await unit.sql.query(
      `INSERT INTO application (id, state, form, address, created_at, updated_at) VALUES ($1, 'unconfirmed', $2, $3, $4, $4)`,
      [id, JSON.stringify(form), address, unit.now],
    );
    await tellApplicant(unit, { id, contact: form.contact }, 'confirm', log(unit, 'application.received', id, network));
  };
}

/** Confirms the contact's address: now the coordinator sees the application. Confirmed already: nothing happens. */
export function confirmApplication(token: string): Command<Application> {
  return async (unit) => {
    const application = await ofToken(unit, token);
    if (application.state !== 'unconfirmed') return application;
    await move(unit, application.id, 'open');
    await tellCoordinators(unit, application.id, log(unit, 'application.confirmed', application.id, network));
    return reread(unit, application.id);
  };
}

/** Answers the coordinator's question. @throws Refusal not-found, state-conflict */
export function answerApplication(token: string, text: string): Command<Application> {
  return async (unit) => {
    const { id, state } = await ofToken(unit, token);
    if (state !== 'asked') throw conflict(state, 'Nothing is asked of you just now.');
    await write(unit, id, 'applicant', text);
    await move(unit, id, 'open');
    await tellCoordinators(unit, id, log(unit, 'application.answered', id, network));
    return reread(unit, id);
  };
}

/** Withdraws an application that is not decided. @throws Refusal not-found, state-conflict */
export function withdrawApplication(token: string): Command<Application> {
  return async (unit) => {
    const { id, state } = await ofToken(unit, token);
    if (!isOpen(state) && state !== 'unconfirmed') throw conflict(state, 'It is decided, or withdrawn already.');
    await move(unit, id, 'withdrawn');
    log(unit, 'application.withdrawn', id, network);
    return reread(unit, id);
  };
}

/** Asks the applicant something. @throws Refusal not-found, state-conflict */
export function askApplicant(caller: Caller, id: string, text: string): Command<Application> {
  return async (unit) => {
    const application = await undecided(unit, id);
    await write(unit, id, 'coordinator', text);
    await move(unit, id, 'asked');
    await tellApplicant(unit, application, 'asked', log(unit, 'application.asked', id, actorOf(caller)));
    return reread(unit, id);
  };
}

/** Refuses an application, and says why. @throws Refusal not-found, state-conflict */
export function refuseApplication(caller: Caller, id: string, reason: string): Command<Application> {
  return async (unit) => {
    const application = await undecided(unit, id);
    await write(unit, id, 'coordinator', reason);
    await move(unit, id, 'refused');
    await tellApplicant(unit, application, 'refused', log(unit, 'application.refused', id, actorOf(caller)));
    return reread(unit, id);
  };
}

/** Admits an organisation and invites its contact as owner. @throws Refusal not-found, state-conflict */
export function admit(caller: Caller, id: string, decided: Admission): Command<Application> {
  return async (unit) => {
    const application = await undecided(unit, id);
    const by = actorOf(caller);
    const { organisation } = await addOrganisation(
      {
        name: decided.name ?? application.organisation,
        kind: decided.kind ?? application.kind,
        countries: application.countries,
        languages: application.languages,
        clearance: decided.clearance,
        listed: decided.listed ?? true,
        raiseLimits: decided.raiseLimits === undefined ? firstLimits : decided.raiseLimits,
      },
      by,
    )(unit);
    const { contact, language } = application;
    await invite(unit, { organisationId: organisation.id, address: contact.address, role: 'owner', language }, by);
    await unit.sql.query(
      `UPDATE application SET state = 'admitted', organisation_id = $2, updated_at = $3 WHERE id = $1`,
      [id, organisation.id, unit.now],
    );
    const eventId = log(unit, 'application.admitted', id, by, { organisation: organisation.id });
    await tellApplicant(unit, application, 'admitted', eventId);
    return reread(unit, id);
  };
}

function log(
  unit: Unit,
  type: Extract<LogType, `application.${string}`>,
  application: string,
  actor: NewEvent['actor'],
  more: Record<string, string> = {},
): string {
  const id = v7();
  unit.append({ id, type, actor, data: { application, ...more } });
  return id;
}

async function move(unit: Unit, id: string, state: ApplicationState): Promise<void> {
  await unit.sql.query('UPDATE application SET state = $2, updated_at = $3 WHERE id = $1', [id, state, unit.now]);
}

async function write(unit: Unit, id: string, author: 'applicant' | 'coordinator', text: string): Promise<void> {
  await unit.sql.query(
    'INSERT INTO application_message (id, application_id, author, text, at) VALUES ($1, $2, $3, $4, $5)',
    [v7(), id, author, text, unit.now],
  );
}

/** Each mail has a link of its own. Who applies has no organisation here: their mails are the coordinator's. */
async function tellApplicant(
  unit: Unit,
  { id, contact }: Pick<Application, 'id' | 'contact'>,
  news: ApplicationNews,
  eventId: string,
): Promise<void> {
  const token = newSecret();
  await unit.sql.query('INSERT INTO application_token (digest, application_id) VALUES ($1, $2)', [
    tokenDigest(token),
    id,
  ]);
  await writeMails(
    unit,
    {
      kind: 'application',
      content: { token, application: id, news },
      eventId,
      warning: { id: null, revision: null },
      at: unit.at,
    },
    [{ address: contact.address, organisationId: coordinatorOf(unit.directory), memberId: null, teamId: null }],
  );
}

async function tellCoordinators(unit: Unit, application: string, eventId: string): Promise<void> {
  const told = coordinators(unit.directory).map((recipient) => ({ ...recipient, teamId: null }));
  const content = { application };
  const warning = { id: null, revision: null };
  await writeMails(unit, { kind: 'application-waits', content, eventId, warning, at: unit.at }, told);
}

async function ofToken(unit: Unit, token: string): Promise<Application> {
  const application = await applicationOfToken(unit.sql, tokenDigest(token));
  if (!application) throw unknownApplication();
  return application;
}

async function reread(unit: Unit, id: string): Promise<Application> {
  const application = await applicationOfId(unit.sql, id);
  if (!application) throw notFound('application');
  return application;
}

async function undecided(unit: Unit, id: string): Promise<Application> {
  const application = await applicationOfId(unit.sql, id);
  if (!application || application.state === 'unconfirmed') throw notFound('application');
  if (!isOpen(application.state)) throw conflict(application.state, 'It is decided, or was withdrawn.');
  return application;
}

const isOpen = (state: ApplicationState): boolean => state === 'open' || state === 'asked';

function conflict(state: ApplicationState, why: string): Refusal {
  return new Refusal('state-conflict', `The application is ${state}. ${why}`);
}

export function unknownApplication(): Refusal {
  return new Refusal('not-found', 'This link is unknown, or not whole. Open it from the mail again.');
}
