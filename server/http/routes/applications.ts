import {
  admit,
  answerApplication,
  apply,
  askApplicant,
  confirmApplication,
  refuseApplication,
  unknownApplication,
  withdrawApplication,
} from '../../../core/store/commands/application.ts';
import { applicationOfId, applicationOfToken, pageOfApplications } from '../../../core/store/applications.ts';
import { notFound } from '../../../core/domain/refusal.ts';
import { tokenDigest } from '../../../core/store/token.ts';
import type { Handlers } from '../call.ts';
import { markOf, pageEnd, pageRequest } from '../page.ts';

type ApplicationCalls =
  | 'apply'
  | 'viewApplication'
  | 'confirmApplication'
  | 'answerApplication'
  | 'withdrawApplication'
  | 'listApplications'
  | 'getApplication'
  | 'admit'
  | 'askApplicant'
  | 'refuseApplication';

export const applicationRoutes: Handlers<ApplicationCalls> = {
  apply: async ({ body }, { store }) => {
    await store.writer.run(apply(body));
    return { status: 202, body: {} };
  },

  viewApplication: async ({ body }, { store }) => {
    const application = await applicationOfToken(store.sql, tokenDigest(body.token));
    if (!application) throw unknownApplication();
    return { status: 200, body: application };
  },

  confirmApplication: async ({ body }, { store }) => {
    return { status: 200, body: await store.writer.run(confirmApplication(body.token)) };
  },

  answerApplication: async ({ body }, { store }) => {
    return { status: 200, body: await store.writer.run(answerApplication(body.token, body.text)) };
  },

  withdrawApplication: async ({ body }, { store }) => {
    return { status: 200, body: await store.writer.run(withdrawApplication(body.token)) };
  },

  listApplications: async ({ caller, query }, services) => {
    const page = pageRequest('applications', caller, query, services);
    const found = await pageOfApplications(services.store.sql, query.state, page.limit, pageEnd(page.mark));
    return { status: 200, body: { data: found.data, next: page.next(markOf(found)) } };
  },

  getApplication: async ({ params }, { store }) => {
    const application = await applicationOfId(store.sql, params['id'] as string);
    if (!application || application.state === 'unconfirmed') throw notFound('application');
    return { status: 200, body: application };
  },

  admit: async ({ caller, params, body }, { store }) => ({
    status: 200,
    body: await store.writer.run(admit(caller, params['id'] as string, body)),
  }),

  askApplicant: async ({ caller, params, body }, { store }) => ({
    status: 200,
    body: await store.writer.run(askApplicant(caller, params['id'] as string, body.text)),
  }),

  refuseApplication: async ({ caller, params, body }, { store }) => ({
    status: 200,
    body: await store.writer.run(refuseApplication(caller, params['id'] as string, body.reason)),
  }),
};
