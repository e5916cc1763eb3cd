import type { Letter } from '../letter.ts';

/** Tells the coordinator that an organisation has left. */
export function organisationLeftLetter(organisation: string, publicUrl: string): Letter {
  const heading = `${organisation} has left the network`;
  return {
    subject: `${heading} · Tocsin`,
    banner: null,
    marking: null,
    heading,
    paragraphs: [
      `An owner of ${organisation} ended its membership. Its keys and sessions have ended; what it raised and answered stays on record.`,
    ],
    facts: [],
    action: { label: 'Open Tocsin', url: publicUrl },
    notes: [],
  };
}
