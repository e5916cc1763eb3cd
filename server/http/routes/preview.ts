import type { Preview, PreviewRequest } from '../../../core/contract/preview.ts';
import { mayRaise } from '../../../core/domain/access.ts';
import { accessNow } from '../../../core/domain/audience.ts';
import { organisationReader } from '../../../core/domain/directory.ts';
import { readerOf } from '../../../core/domain/organisation.ts';
import { party } from '../../../core/domain/presentation.ts';
import { missingBetween, missingToRaise, previewAudience, type Draft } from '../../../core/domain/preview.ts';
import { Refusal } from '../../../core/domain/refusal.ts';
import { reopenedTeams } from '../../../core/domain/reopening.ts';
import {
  changedMembers,
  checkSize,
  markedRevision,
  merged,
  notActive,
  type Revised,
} from '../../../core/domain/warning.ts';
import { acknowledgementsOf } from '../../../core/store/acknowledgements.ts';
import { mailAudiences } from '../../../core/store/mail-subscribers.ts';
import { similarWarnings } from '../../../core/store/preview.ts';
import type { LoadedWarning } from '../../../core/store/warnings.ts';
import { admittedWarning } from '../../admission.ts';
import type { Call, Handlers, Services } from '../call.ts';

const mostSimilar = 5;

export const previewRoutes: Handlers<'previewWarning'> = {
  previewWarning: async (call, services) => {
    const { caller, body } = call;
    await services.limiter.preview(caller.organisation.id);
    const { revisionOf, ...sent } = body;
    const preview =
      revisionOf === undefined
        ? await previewRaise(services, call, sent)
        : await previewRevision(services, call, revisionOf, sent);
    return { status: 200, body: preview };
  },
};

type Sent = Omit<PreviewRequest, 'revisionOf'>;
type Asked = Pick<Call<'previewWarning'>, 'caller' | 'showing'>;

async function previewRaise(services: Services, asked: Asked, sent: Sent): Promise<Preview> {
  const { caller } = asked;
  const refusal = mayRaise(caller.organisation);
  if (refusal) throw refusal;
  const directory = services.store.directory();
  const { correction: _, ...members } = sent;
  const by = { kind: caller.organisation.kind, scopes: caller.scopes };
  const draft = Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null)) as Draft;
  return {
    ...previewAudience(directory, caller.organisation.id, draft, await mailAudiences(services.store.sql, directory)),
    similar: await similar(services, asked, draft),
    missing: missingToRaise(sent, draft, by, services.now(), (id) => directory.organisations.has(id)),
  };
}

async function previewRevision(services: Services, asked: Asked, id: string, sent: Sent): Promise<Preview> {
  const { caller } = asked;
  const directory = services.store.directory();
  const warning = await admittedWarning(services, caller, id);
  const { snapshot, history } = warning;
  if (snapshot.issuerId !== caller.organisation.id) {
    throw new Refusal('not-issuer', 'Only the organisation that raised the warning may revise it.');
  }
  if (snapshot.state !== 'active') throw notActive(snapshot.state);
  const { status, correction = false, ...changes } = sent;
  const content = merged(snapshot.content, changes, services.now());
  checkSize(content, snapshot.status);
  const draft: Draft = { ...content, status: snapshot.status };
  const wrongStatus = status !== undefined && status !== snapshot.status ? ['/status'] : [];
  return {
    ...previewAudience(
      directory,
      caller.organisation.id,
      draft,
      await mailAudiences(services.store.sql, directory),
      history,
    ),
    reopens: await countReopened(services, warning, {
      content,
      changed: changedMembers(snapshot.content, content),
      correction,
    }),
    similar: await similar(services, asked, draft, id),
    missing: [
      ...wrongStatus,
      ...missingBetween(draft, caller.scopes, services.now(), (known) => directory.organisations.has(known)),
    ],
  };
}

/** How many teams that have answered would be asked again. */
async function countReopened({ store }: Services, warning: LoadedWarning, revised: Revised): Promise<number> {
  const { snapshot, history } = warning;
  const directory = store.directory();
  const next = markedRevision(snapshot.revision + 1, snapshot.status, revised.content);
  const grown = { ...history, revisions: [...history.revisions, next] };
  const again = reopenedTeams(directory, snapshot, grown, revised);
  const standing = await acknowledgementsOf(store.sql, [snapshot.id]);
  return standing.filter(({ acknowledgement: { state, teamId, organisationId } }) => {
    const organisation = directory.organisations.get(organisationId);
    const admitted = organisation && accessNow(grown, organisationReader(organisation)) !== 'none';
    return state !== 'pending' && admitted && (again === 'every' || again.has(teamId));
  }).length;
}

async function similar(
  services: Services,
  { caller, showing }: Asked,
  draft: Draft,
  except?: string,
): Promise<Preview['similar']> {
  const { store } = services;
  const names = store.directory();
  const reader = readerOf(caller);
  const found = await similarWarnings(store.sql, reader, draft, mostSimilar, except);
  for (const { snapshot, history } of found) showing.note(history, snapshot.revision);
  return found.map(({ snapshot: { id, issuerId, content, corroborations }, history, score }) => ({
    id,
    headline: content.headline,
    language: content.language,
    countries: [...content.countries],
    grounds: [...content.grounds],
    severity: content.severity,
    onset: content.onset,
    expires: content.expires,
    issuer: party(names, issuerId, accessNow(history, reader) === 'withheld'),
    corroborations,
    score,
  }));
}
