import { accessThenAndNow, type Access } from '../../../core/domain/audience.ts';
import { mayReadComment } from '../../../core/domain/comment.ts';
import { readerOf } from '../../../core/domain/organisation.ts';
import { presentComment } from '../../../core/domain/presentation.ts';
import { addComment } from '../../../core/store/commands/comment.ts';
import { listComments } from '../../../core/store/comments.ts';
import { loadWarning } from '../../../core/store/warnings.ts';
import { admittedWarning } from '../../admission.ts';
import { createOnce } from '../once.ts';
import type { Handlers } from '../call.ts';
import { pageEnd, pageRequest } from '../page.ts';

export const commentRoutes: Handlers<'listComments' | 'addComment'> = {
  listComments: async ({ caller, showing, params, query }, services) => {
    const id = params['id'] as string;
    const page = pageRequest(`comments ${id}`, caller, query, services);
    const { snapshot, history } = await admittedWarning(services, caller, id);
    const reader = readerOf(caller);
    const accessTo = (comment: { revision: number }): Access => accessThenAndNow(history, comment.revision, reader);
    const { id: organisationId, kind } = caller.organisation;
    const asker = { organisationId, coordinator: kind === 'coordinator' };
    const { data, more } = await listComments(
      services.store.sql,
      id,
      (comment) => mayReadComment(comment, snapshot.issuerId, asker, accessTo(comment)),
      page.limit,
      pageEnd(page.mark),
    );
    const names = services.store.directory();
    for (const { revision } of data) showing.note(history, revision);
    const last = data.at(-1);
    return {
      status: 200,
      body: {
        data: data.map((one) => presentComment(names, one, snapshot.issuerId, accessTo(one), organisationId)),
        next: page.next(more && last ? { createdAt: last.at, id: last.id } : undefined),
      },
    };
  },

  addComment: (call, services) =>
    createOnce(call, services, async (unit) => {
      const { caller, params, body } = call;
      const warningId = params['id'] as string;
      const comment = await addComment(caller, warningId, body)(unit);
      const warning = await loadWarning(unit.sql, warningId);
      const access = warning ? accessThenAndNow(warning.history, comment.revision, readerOf(caller)) : 'none';
      const issuerId = warning?.snapshot.issuerId ?? '';
      const told = presentComment(unit.directory, comment, issuerId, access, caller.organisation.id);
      return { status: 201, body: told, warningId };
    }),
};
