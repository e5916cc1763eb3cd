import type { Draft } from './draft.ts';

const name = (organisation: string): string => `tocsin.draft.${organisation}`;

/** A key that no other draft has; `randomUUID` is missing on pages that were not loaded over https. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The draft that an earlier visit left on this device; undefined where there is none that can be read. */
export function findDraft(organisation: string, empty: Draft): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name(organisation)) ?? 'null');
    // Members that this version added take their defaults.
    return typeof kept === 'object' && kept !== null ? { ...empty, ...kept } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the draft as typed. Answers whether the device took it. */
export function keepDraft(organisation: string, draft: Draft): boolean {
  try {
    localStorage.setItem(name(organisation), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
