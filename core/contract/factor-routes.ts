import {
  factors,
  passkey,
  passkeyAnswer,
  passkeyOptions,
  passkeyPatch,
  passkeyRequest,
  recoveryCodes,
  stepUpRequest,
  totpConfirmation,
  totpSecret,
} from './factor.ts';
import { administer, self, type Operation } from './operation.ts';
import { me } from './organisation.ts';
import { signedIn } from './session.ts';

/** Takes something away that keeps others out. */
const guarded = { ...self, strong: 'recent' } as const;

/** Calls about passkeys and codes: one's own, to sign in with, and to show again where much depends on it. */
export const factorOperations = {
  getFactors: {
    method: 'GET',
    path: '/me/factors',
    summary: 'Your passkeys and codes',
    ...self,
    answers: { 200: factors },
  },
  beginPasskey: {
    method: 'POST',
    path: '/me/passkeys/options',
    summary: 'What your browser makes a passkey by',
    ...self,
    answers: { 200: passkeyOptions },
  },
  addPasskey: {
    method: 'POST',
    path: '/me/passkeys',
    summary: 'Add a passkey; the first one, or with a factor shown just now',
    ...self,
    body: passkeyRequest,
    answers: { 201: passkey },
  },
  renamePasskey: {
    method: 'PATCH',
    path: '/me/passkeys/{id}',
    summary: 'Rename a passkey',
    ...self,
    body: passkeyPatch,
    answers: { 200: passkey },
  },
  removePasskey: {
    method: 'DELETE',
    path: '/me/passkeys/{id}',
    summary: 'Remove a passkey',
    ...guarded,
    answers: { 204: null },
  },
  beginTotp: {
    method: 'POST',
    path: '/me/totp',
    summary: 'A secret for an app that makes one-time codes (RFC 6238); it counts once confirmed',
    ...self,
    answers: { 200: totpSecret },
  },
  confirmTotp: {
    method: 'POST',
    path: '/me/totp/confirmation',
    summary: 'Confirm that your app makes the right codes; answers recovery codes where you have none',
    ...self,
    body: totpConfirmation,
    answers: { 200: recoveryCodes },
  },
  removeTotp: {
    method: 'DELETE',
    path: '/me/totp',
    summary: 'Take no more codes of your app',
    ...guarded,
    answers: { 204: null },
  },
  makeRecoveryCodes: {
    method: 'POST',
    path: '/me/recovery-codes',
    summary: 'New recovery codes; the old ones count no more',
    ...guarded,
    answers: { 200: recoveryCodes },
  },
  beginPasskeySignIn: {
    method: 'POST',
    path: '/sign-in/passkey/options',
    summary: 'What your browser shows a passkey by',
    public: true,
    answers: { 200: passkeyOptions },
  },
  signInWithPasskey: {
    method: 'POST',
    path: '/sign-in/passkey',
    summary: 'Sign in with a passkey; sets the session cookie',
    public: true,
    body: passkeyAnswer,
    answers: { 200: signedIn },
  },
  beginStepUp: {
    method: 'POST',
    path: '/step-up/passkey/options',
    summary: 'What your browser shows one of your passkeys by',
    ...self,
    answers: { 200: passkeyOptions },
  },
  stepUp: {
    method: 'POST',
    path: '/step-up',
    summary: 'Show a passkey or a code in this session; renews the session cookie',
    ...self,
    body: stepUpRequest,
    answers: { 200: me },
  },
  resetFactors: {
    method: 'DELETE',
    path: '/members/{id}/factors',
    summary: 'Take away all passkeys and codes of a member who lost them, and sign them out',
    ...administer,
    answers: { 204: null },
  },
} as const satisfies Record<string, Operation>;
