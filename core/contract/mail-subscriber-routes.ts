import { z } from 'zod';
import {
  confirmedMailSubscriber,
  mailSubscriber,
  mailSubscriberPatch,
  mailSubscriberRequest,
  mailSubscriberToken,
  vouch,
  vouchRequest,
} from './mail-subscriber.ts';
import { administer, page, type Operation } from './operation.ts';
import { listQuery } from './queries.ts';

/** For whoever has no account: by the token that was mailed to them. */
const subscriber = { method: 'POST', public: true } as const;

/** Calls by which people without an account get warnings by mail, and by which organisations vouch for them. */
export const mailSubscriberOperations = {
  subscribeByMail: {
    ...subscriber,
    path: '/mail-subscribers',
    summary:
      'Ask for warnings by mail; a mail asks to confirm the address. The answer is the same whether it is known or not',
    body: mailSubscriberRequest,
    answers: { 202: z.object({}) },
  },
  confirmMailSubscriber: {
    ...subscriber,
    path: '/mail-subscribers/confirmation',
    summary: 'Confirm the address: from here on mail comes',
    body: mailSubscriberToken,
    answers: { 200: confirmedMailSubscriber },
  },
  viewMailSubscriber: {
    ...subscriber,
    path: '/mail-subscribers/view',
    summary: 'What somebody is mailed, and when',
    body: mailSubscriberToken,
    answers: { 200: mailSubscriber },
  },
  changeMailSubscriber: {
    ...subscriber,
    path: '/mail-subscribers/change',
    summary: 'Change the filter, rhythm, time zone or language; pause, or go on',
    body: mailSubscriberPatch,
    answers: { 200: mailSubscriber },
  },
  endMailSubscriber: {
    ...subscriber,
    path: '/mail-subscribers/ending',
    summary: 'End the mails; the address is erased',
    body: mailSubscriberToken,
    answers: { 204: null },
  },
  listVouches: {
    method: 'GET',
    path: '/vouches',
    summary: 'Addresses that your organisation vouches for: whoever subscribes with one may have TLP:GREEN',
    scopes: ['admin'],
    role: 'manager',
    query: listQuery,
    answers: { 200: page(vouch) },
  },
  addVouch: {
    method: 'POST',
    path: '/vouches',
    summary: 'Vouch for an address',
    ...administer,
    body: vouchRequest,
    creates: true,
    answers: { 201: vouch },
  },
  withdrawVouch: {
    method: 'DELETE',
    path: '/vouches/{id}',
    summary: 'Vouch for an address no longer',
    ...administer,
    answers: { 204: null },
  },
} as const satisfies Record<string, Operation>;
