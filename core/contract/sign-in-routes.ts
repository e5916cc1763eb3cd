import { z } from 'zod';
import { self, type Operation } from './operation.ts';
import { choice, linkRequest, linkUse, session, signedIn } from './session.ts';

/** Calls by which people sign in, and about where they are signed in. */
export const signInOperations = {
  requestSignInLink: {
    method: 'POST',
    path: '/sign-in/link',
    summary: 'Have a link mailed that signs in; the answer is the same whoever has the address',
    public: true,
    body: linkRequest,
    answers: { 202: z.object({}) },
  },
  useSignInLink: {
    method: 'POST',
    path: '/sign-in/link/use',
    summary: 'Sign in with the token of a mailed link; sets the session cookie',
    public: true,
    body: linkUse,
    answers: { 200: z.union([signedIn, choice]) },
  },
  listSessions: {
    method: 'GET',
    path: '/sessions',
    summary: 'Where you are signed in',
    ...self,
    answers: { 200: z.object({ data: z.array(session) }) },
  },
  endOtherSessions: {
    method: 'DELETE',
    path: '/sessions',
    summary: 'Sign out everywhere but here',
    ...self,
    answers: { 204: null },
  },
  signOut: {
    method: 'DELETE',
    path: '/sessions/current',
    summary: 'Sign out here',
    ...self,
    answers: { 204: null },
  },
  endSession: {
    method: 'DELETE',
    path: '/sessions/{id}',
    summary: 'Sign out on another device',
    ...self,
    answers: { 204: null },
  },
} as const satisfies Record<string, Operation>;
