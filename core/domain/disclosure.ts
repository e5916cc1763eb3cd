import type { Tlp } from '../contract/vocabularies.ts';
import type { Access } from './audience.ts';

/**
 * How much of a warning a mail may say:
 *   waiting  that something waits, and where to read it
 *   codes    also what, where, when and how severe, in the network's own words
 *   words    also what its issuer wrote
 */
export type Disclosed = 'waiting' | 'codes' | 'words';

/** RED never leaves by mail; AMBER goes to members alone, without the issuer's words; GREEN and CLEAR may be quoted. */
export function disclosed(access: Access, tlp: Tlp, isMember: boolean): Disclosed {
  if (access === 'none' || access === 'marked' || tlp === 'TLP:RED') return 'waiting';
  if (tlp === 'TLP:GREEN' || tlp === 'TLP:CLEAR') return 'words';
  return isMember ? 'codes' : 'waiting';
}
