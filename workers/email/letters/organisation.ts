import type { OrganisationNews } from '../../../core/store/deliveries.ts';
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

const measures: Record<OrganisationNews, { heading: (name: string) => string; what: string }> = {
  suspended: {
    heading: (name) => `${name} is suspended`,
    what: 'Its people and keys are shut out, and nothing is asked of it, until the coordinator resumes it. Nothing of it is lost.',
  },
  resumed: { heading: (name) => `${name} is back`, what: 'The suspension has ended. Sign in again; keys work again.' },
  braked: {
    heading: (name) => `${name} cannot raise warnings for now`,
    what: 'The coordinator put a brake on it. Reading, calling off and everything else go on; raising begins again when the coordinator releases it.',
  },
  released: { heading: (name) => `${name} can raise warnings again`, what: 'The coordinator released the brake.' },
  retracted: {
    heading: (name) => `The warnings of ${name} were retracted`,
    what: 'The coordinator called off all its active warnings, and everybody who got them is told. Change what may have been taken: keys, passkeys, sessions.',
  },
};

/** Tells an organisation's managers what the coordinator did. */
export function organisationNewsLetter(
  organisation: string,
  { news, reason }: { readonly news: OrganisationNews; readonly reason: string | null },
  publicUrl: string,
): Letter {
  const heading = measures[news].heading(organisation);
  return {
    subject: `${heading} · Tocsin`,
    banner: null,
    marking: null,
    heading,
    paragraphs: [measures[news].what],
    facts: reason === null ? [] : [{ label: 'Reason', value: reason }],
    action: { label: 'Open Tocsin', url: publicUrl },
    notes: ['Ask the coordinator of the network if something about it is unclear.'],
  };
}
