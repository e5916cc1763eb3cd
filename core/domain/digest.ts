import type { Filter } from '../contract/filter.ts';
import type { Status } from '../contract/vocabularies.ts';
import { accessThenAndNow, accessNow, heardBy, type Access, type MailReader, type WarningHistory } from './audience.ts';
import { differencesBetween, type Difference } from './difference.ts';
import { severityRank } from './filter.ts';
import type { WarningContent } from './warning.ts';

/** What subscribers are told of: what is said about a warning between its members is not for them. */
export const digestTypes = ['warning.raised', 'warning.revised', 'warning.cancelled', 'warning.expired'] as const;

/** An entry of the log, as far as a digest needs it. */
export interface DigestEntry {
  readonly sequence: number;
  readonly type: (typeof digestTypes)[number];
  readonly warningId: string;
  readonly revision: number;
}

/** A warning that entries are about, with the texts that may be shown or compared. */
export interface DigestWarning {
  readonly history: WarningHistory;
  readonly status: Status;
  readonly retracted: boolean;
  /** Of the revisions that entries name, and those right before. */
  readonly contents: ReadonlyMap<number, WarningContent>;
}

/** All that happened within a part of the log, and what lies ahead of its end: the same for every subscriber. */
export interface DigestMaterial {
  readonly entries: readonly DigestEntry[];
  readonly warnings: ReadonlyMap<string, DigestWarning>;
  /** Active warnings whose onset lies within the next 14 days, the soonest first, as they are now. */
  readonly ahead: readonly {
    readonly history: WarningHistory;
    readonly status: Status;
    readonly content: WarningContent;
  }[];
}

export type News = 'new' | 'changed' | 'called-off' | 'retracted' | 'expired';

/** A warning as a subscriber may have it. */
export interface DigestWarningShown {
  readonly id: string;
  readonly status: Status;
  readonly issuerId: string;
  readonly access: Extract<Access, 'withheld' | 'full'>;
  readonly content: WarningContent;
}

/** What became of one warning, however much happened to it. */
export interface DigestItem extends DigestWarningShown {
  readonly news: News;
  /** From what this subscriber was told of it before. */
  readonly differences: readonly Difference[];
}

/** By country, the most severe first; what is transnational has none. */
export interface DigestGroup {
  readonly country: string | null;
  readonly items: readonly DigestItem[];
}

export interface Digest {
  readonly groups: readonly DigestGroup[];
  /** What it tells no news of, by onset. */
  readonly ahead: readonly DigestWarningShown[];
}

/** What a subscriber is told of a part of the log; null: nothing, and no mail. */
export function composeDigest(material: DigestMaterial, reader: MailReader, filter: Filter): Digest | null {
  const byWarning = groupBy(
    material.entries.filter((entry) => isTold(material, entry, reader, filter)),
    ({ warningId }) => warningId,
  );
  const items = [...byWarning.values()].flatMap((entries) => itemOf(material, entries, reader, filter) ?? []);
  if (items.length === 0) return null;
  const ahead = material.ahead.flatMap(({ history, status, content }) => {
    const access = shownAs(accessNow(history, reader));
    const heard = access !== null && heardBy(history, history.revisions.length, reader, filter);
    const { id, issuerId } = history;
    return heard && !byWarning.has(id) ? [{ id, status, issuerId, access, content }] : [];
  });
  return { groups: grouped(items, filter), ahead };
}

function isTold({ warnings }: DigestMaterial, entry: DigestEntry, reader: MailReader, filter: Filter): boolean {
  const history = warnings.get(entry.warningId)?.history;
  if (!history || accessThenAndNow(history, entry.revision, reader) === 'none') return false;
  return heardBy(history, entry.revision, reader, filter);
}

function itemOf(
  material: DigestMaterial,
  told: readonly DigestEntry[],
  reader: MailReader,
  filter: Filter,
): DigestItem | undefined {
  const [first] = told;
  const last = told.at(-1);
  const warning = material.warnings.get(first?.warningId ?? '');
  const content = warning?.contents.get(last?.revision ?? 0);
  if (!first || !last || !warning || !content) return undefined;
  const { history, status, contents } = warning;
  const access = shownAs(accessThenAndNow(history, last.revision, reader));
  if (access === null) return undefined;
  const changes = first.type === 'warning.raised' || first.type === 'warning.revised';
  const before = changes ? first.revision - 1 : first.revision;
  const known =
    accessThenAndNow(history, before, reader) !== 'none' && heardBy(history, before, reader, filter)
      ? contents.get(before)
      : undefined;
  return {
    id: history.id,
    status,
    issuerId: history.issuerId,
    access,
    content,
    news: newsOf(told, known !== undefined, warning.retracted),
    differences: known ? differencesBetween(known, content) : [],
  };
}

function newsOf(told: readonly DigestEntry[], known: boolean, retracted: boolean): News {
  const types = new Set(told.map(({ type }) => type));
  if (types.has('warning.cancelled')) return retracted ? 'retracted' : 'called-off';
  if (types.has('warning.expired')) return 'expired';
  return known ? 'changed' : 'new';
}

function shownAs(access: Access): 'withheld' | 'full' | null {
  return access === 'withheld' || access === 'full' ? access : null;
}

/** Each warning once: under the first of its countries that the subscriber asked for. */
function grouped(items: readonly DigestItem[], { countries }: Filter): DigestGroup[] {
  const ordered = items.toSorted(
    (one, other) =>
      severityRank(other.content.severity) - severityRank(one.content.severity) ||
      compare(one.content.onset, other.content.onset) ||
      compare(one.id, other.id),
  );
  const groups = groupBy(
    ordered,
    ({ content }) => content.countries.find((code) => countries.includes(code)) ?? content.countries[0] ?? null,
  );
  // Items come most severe first, and so do the groups that they open.
  return [...groups].map(([country, within]) => ({ country, items: within }));
}

function groupBy<T, Key>(all: readonly T[], keyOf: (one: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
