import type { AnswerLink } from '../../../core/contract/answer-link.ts';
import { disclosed } from '../../../core/domain/disclosure.ts';
import type { Directory } from '../../../core/domain/directory.ts';
import { memberNamed } from '../../../core/domain/presentation.ts';
import { accessOfRecipient } from '../../../core/domain/recipients.ts';
import { answersOf } from '../../../core/store/acknowledgements.ts';
import { standingLink, type StandingLink } from '../../../core/store/answer-links.ts';
import { useAnswerLink } from '../../../core/store/commands/answer-link.ts';
import { freshDirectory } from '../../../core/store/fresh-directory.ts';
import type { Queryable } from '../../../core/store/unit.ts';
import type { Handlers } from '../call.ts';

export const answerLinkRoutes: Handlers<'viewAnswerLink' | 'useAnswerLink'> = {
  viewAnswerLink: async ({ body, browser }, { store, limiter, answerLinks, now }) => {
    await limiter.signIn(browser.address);
    const directory = await freshDirectory(store);
    const link = await standingLink({ sql: store.sql, directory, now: now() }, answerLinks.read(body.token));
    return { status: 200, body: await shown(link, directory, store.sql) };
  },

  useAnswerLink: async ({ body, browser }, { store, limiter, answerLinks }) => {
    await limiter.signIn(browser.address);
    const delivery = answerLinks.read(body.token);
    const answered = await store.writer.run(async (unit) =>
      shown(await useAnswerLink(delivery, body.state)(unit), unit.directory, unit.sql),
    );
    return { status: 200, body: answered };
  },
};

/** What a link says to whoever holds it: no more than the mail that it came in. */
async function shown(link: StandingLink, directory: Directory, sql: Queryable): Promise<AnswerLink> {
  const { state, asked, team, step, passes, acknowledgement } = link;
  const { id, status, content } = link.warning.snapshot;
  const access = accessOfRecipient(directory, link.warning.history, asked);
  const discloses = disclosed(access, content.tlp, asked.memberId !== null);
  const { severity, trigger, countries, onset, expires, headline, language } = content;
  return {
    state,
    warning: id,
    tlp: content.tlp,
    status,
    organisation: directory.organisations.get(asked.organisationId)?.name ?? '',
    team: team.name,
    waitingSince: step.waitingSince,
    step: step.step,
    of: step.of,
    passes,
    says: discloses === 'waiting' ? null : { severity, trigger, countries, onset, expires },
    headline: discloses === 'words' ? { text: headline, language } : null,
    answer:
      state === 'answered'
        ? { ...acknowledgementShown(acknowledgement), by: await answeredBy(link, directory, sql) }
        : null,
  };
}

const acknowledgementShown = ({ state, since }: StandingLink['acknowledgement']) => ({ state, since });

/** Who gave the team's last answer: a member, or the address that a mail went to; null: a machine. */
async function answeredBy(
  { warning, team }: StandingLink,
  directory: Directory,
  sql: Queryable,
): Promise<string | null> {
  const last = (await answersOf(sql, warning.snapshot.id, team.id)).at(-1);
  if (!last) return null;
  return last.memberId === null ? last.address : memberNamed(directory, last.memberId).name;
}
