import type { Tlp } from '../contract/vocabularies.ts';

/** From the most open to the most closed (FIRST TLP 2.0). */
export const tlpOrder = [
  'TLP:CLEAR',
  'TLP:GREEN',
  'TLP:AMBER',
  'TLP:AMBER+STRICT',
  'TLP:RED',
] as const satisfies readonly Tlp[];

/** Whether a clearance covers a marking. */
export function covers(clearance: Tlp, marking: Tlp): boolean {
  return tlpOrder.indexOf(clearance) >= tlpOrder.indexOf(marking);
}

/** Whether the second marking is stricter than the first. */
export function isTighter(before: Tlp, after: Tlp): boolean {
  return tlpOrder.indexOf(after) > tlpOrder.indexOf(before);
}
