import type { Application } from '../../../core/contract/application.ts';
import type { ApplicationNews } from '../../../core/store/deliveries.ts';
import type { Letter } from '../letter.ts';

const said: Record<
  ApplicationNews,
  (organisation: string) => { subject: string; paragraphs: string[]; label: string }
> = {
  confirm: (organisation) => ({
    subject: 'Confirm your application to Tocsin',
    paragraphs: [
      `Somebody, we hope you, applied for ${organisation} to join Tocsin, with this address as the contact.`,
      'Open the page and confirm; only then does the coordinator see the application.',
    ],
    label: 'Confirm the application',
  }),
  asked: (organisation) => ({
    subject: 'A question about your application to Tocsin',
    paragraphs: [`The coordinator has a question about the application of ${organisation}:`],
    label: 'Answer',
  }),
  refused: (organisation) => ({
    subject: 'Your application to Tocsin was refused',
    paragraphs: [`The coordinator refused the application of ${organisation}, and gives this reason:`],
    label: 'See the application',
  }),
  admitted: (organisation) => ({
    subject: `${organisation} is admitted to Tocsin`,
    paragraphs: [
      `${organisation} is a member of the network from now on. A second mail invites you as its owner; with its link you sign in for the first time.`,
    ],
    label: 'See the application',
  }),
};

/** Tells an applicant how things stand. The link opens a page; the token stands behind the `#`. */
export function applicationLetter(
  { organisation, messages }: Application,
  { token, news }: { readonly token: string; readonly news: ApplicationNews },
  publicUrl: string,
): Letter {
  const { subject, paragraphs, label } = said[news](organisation);
  const quoted = news === 'asked' || news === 'refused';
  const last = messages.findLast(({ author }) => author === 'coordinator')?.text;
  return {
    subject,
    banner: null,
    marking: null,
    heading: subject,
    paragraphs: [...paragraphs, ...(quoted && last !== undefined ? [last] : [])],
    facts: [],
    action: { label, url: `${publicUrl}/application#token=${encodeURIComponent(token)}` },
    notes: ['If you do not expect this mail, do nothing.'],
  };
}

/** Tells the coordinator that an application waits. */
export function applicationWaitsLetter({ id, organisation, kind }: Application, publicUrl: string): Letter {
  return {
    subject: `${organisation} asks to join`,
    banner: null,
    marking: null,
    heading: `${organisation} asks to join`,
    paragraphs: ['Its application waits for you: admit it, ask back, or refuse.'],
    facts: [{ label: 'Kind', value: kind }],
    action: { label: 'Open the application', url: `${publicUrl}/network/applications/${id}` },
    notes: [],
  };
}
