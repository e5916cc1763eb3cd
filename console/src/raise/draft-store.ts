import { drop, keep, readKept } from '../kept.ts';

const prefix = 'tocsin.draft.';

/** Where an organisation's new warning is kept on this device; by name, its revision of one or what was prepared for it. */
export function draftPlace(organisation: string, name?: string): string {
  return `${prefix}${organisation}${name === undefined ? '' : `.${name}`}`;
}

/** What an earlier visit left there; undefined where there is nothing that can be read. */
export function findDraft(place: string): object | undefined {
  try {
    const kept: unknown = JSON.parse(readKept(place) ?? 'null');
    return typeof kept === 'object' && kept !== null ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it as typed. Answers whether the device took it. */
export function keepDraft(place: string, draft: object): boolean {
  return keep(place, JSON.stringify(draft));
}

export function dropDraft(place: string): void {
  drop(place);
}

/** Everything that an organisation has begun to write on this device. */
export function draftPlaces(organisation: string): string[] {
  try {
    const own = draftPlace(organisation);
    return Object.keys(localStorage).filter((place) => place === own || place.startsWith(`${own}.`));
  } catch {
    return [];
  }
}
