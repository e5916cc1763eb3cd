import { presentOwnMail } from '../../../core/domain/own-mail.ts';
import { changeOwnMail } from '../../../core/store/commands/own-mail.ts';
import { ownMailOf } from '../../../core/store/own-mail.ts';
import type { Handlers } from '../call.ts';
import { asMember } from './sign-in.ts';

export const ownMailRoutes: Handlers<'getOwnMail' | 'changeOwnMail'> = {
  getOwnMail: async ({ caller }, { store }) => ({
    status: 200,
    body: presentOwnMail(await ownMailOf(store.sql, asMember(caller).id)),
  }),

  changeOwnMail: async ({ caller, body }, { store }) => ({
    status: 200,
    body: presentOwnMail(await store.writer.run(changeOwnMail(caller, body))),
  }),
};
