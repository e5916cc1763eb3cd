import type { AuditEntry } from '../core/contract/audit-entry.ts';
import { accessThenAndNow, type WarningHistory } from '../core/domain/audience.ts';
import { mayVerify } from '../core/domain/audit.ts';
import type { Directory } from '../core/domain/directory.ts';
import { readerOf, type Caller } from '../core/domain/organisation.ts';
import { memberNamed, party } from '../core/domain/presentation.ts';
import { trailHistories, trailNames, type ChainedEntry, type TrailNames } from '../core/store/audit-trail.ts';
import type { Store } from '../core/store/store.ts';
import type { Showing } from './showing.ts';

/** An entry of an export: with what its digest is of, where its reader may have that. */
export type ExportedEntry = AuditEntry & { readonly salt?: string; readonly content?: string };

interface Trail {
  readonly caller: Caller;
  readonly showing: Showing;
  readonly directory: Directory;
  readonly names: TrailNames;
  readonly histories: ReadonlyMap<string, WarningHistory>;
}

/** Entries as a caller may have them, with names as they are now. Texts are in none of them. */
export async function presentTrail(
  store: Store,
  { caller, showing }: Pick<Trail, 'caller' | 'showing'>,
  entries: readonly ChainedEntry[],
): Promise<ExportedEntry[]> {
  const trail = {
    caller,
    showing,
    directory: store.directory(),
    names: await trailNames(store.sql, entries.flatMap(idsIn)),
    histories: await trailHistories(store.sql, entries),
  };
  return entries.map((entry) => present(trail, entry));
}

function idsIn({ entry: { actor, data } }: ChainedEntry): string[] {
  return [actor.memberId, actor.keyId, data['member'], data['key']].filter((id) => typeof id === 'string');
}

function present(trail: Trail, { entry, salt, content, digest, hash }: ChainedEntry): ExportedEntry {
  const { caller, showing, histories, directory } = trail;
  const reader = readerOf(caller);
  const { organisationId } = entry.actor;
  const history = entry.warningId === null ? undefined : histories.get(entry.warningId);
  const allowed = history ? accessThenAndNow(history, entry.revision ?? 1, reader) : 'none';
  // Who raised or revised it is its issuer.
  if (history && organisationId === history.issuerId) showing.note(history, entry.revision ?? 1, ['withheld']);
  const told = entry.warningId === null || !['none', 'marked'].includes(allowed);
  const verifiable = mayVerify({ organisationId, revision: entry.revision }, history, reader);
  return {
    id: entry.id,
    position: entry.position,
    type: entry.type,
    at: entry.at,
    actor: { organisation: party(directory, organisationId), ...person(trail, entry.actor) },
    about: {
      ...subjects(trail, entry.data),
      ...(entry.warningId !== null && allowed !== 'none'
        ? { warning: { id: entry.warningId, revision: entry.revision } }
        : {}),
    },
    data: told ? dataOf(entry.data) : {},
    digest: digest.toString('hex'),
    hash: hash.toString('hex'),
    ...(verifiable ? { salt: salt.toString('hex'), content } : {}),
  };
}

/** How the warning stood is for its readers; whose credential it was, the actor says. */
function dataOf(said: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { stood: _, credential: __, ...data } = said;
  return data;
}

function person(
  trail: Trail,
  { memberId, keyId }: ChainedEntry['entry']['actor'],
): Pick<AuditEntry['actor'], 'member' | 'key'> {
  return { ...memberOf(trail, memberId), ...keyOf(trail, keyId) };
}

function subjects(trail: Trail, data: Readonly<Record<string, unknown>>): AuditEntry['about'] {
  const { directory } = trail;
  const { organisation, team, subscription } = data;
  return {
    ...(typeof organisation === 'string' ? { organisation: party(directory, organisation) } : {}),
    ...memberOf(trail, data['member']),
    ...keyOf(trail, data['key']),
    ...(typeof team === 'string'
      ? { team: { id: team, name: directory.teamById.get(team)?.name ?? 'A former team' } }
      : {}),
    ...(typeof subscription === 'string' ? { subscription: namedSubscription(directory, subscription) } : {}),
  };
}

function namedSubscription({ subscriptions }: Directory, id: string): { id: string; name: string } {
  return { id, name: subscriptions.find((one) => one.id === id)?.name ?? 'A former subscription' };
}

/** People are named to their own organisation alone. */
function memberOf({ names, caller }: Trail, id: unknown): Pick<AuditEntry['actor'], 'member'> {
  if (typeof id !== 'string') return {};
  const member = names.members.get(id);
  if (member?.organisationId !== caller.organisation.id) return {};
  return { member: memberNamed(names, id) };
}

function keyOf({ names, caller: { organisation } }: Trail, id: unknown): Pick<AuditEntry['actor'], 'key'> {
  const key = typeof id === 'string' ? names.keys.get(id) : undefined;
  const shown = key && (key.organisationId === organisation.id || organisation.kind === 'coordinator');
  return shown ? { key: { id: id as string, name: key.name, prefix: key.prefix } } : {};
}
