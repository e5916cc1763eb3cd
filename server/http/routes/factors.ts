import type { StepUp } from '../../../core/contract/factor.ts';
import { faultSentences } from '../../../core/contract/sentences.ts';
import { reasons } from '../../../core/contract/reasons.ts';
import { mayAddFactor } from '../../../core/domain/access.ts';
import { invalidBody, Refusal } from '../../../core/domain/refusal.ts';
import { beginTotp, confirmTotp, makeRecoveryCodes, removeTotp } from '../../../core/store/commands/code.ts';
import {
  addPasskey,
  isProtected,
  removePasskey,
  renamePasskey,
  resetFactors,
} from '../../../core/store/commands/factor.ts';
import { signInWithPasskey, stepUp, type Shown } from '../../../core/store/commands/step-up.ts';
import { factorsOf } from '../../../core/store/factors.ts';
import type { Browser, Handlers, Reply, Services } from '../call.ts';
import { presentMe } from './organisations.ts';
import { asMember, deviceOf, signedIn } from './sign-in.ts';

type FactorCalls =
  | 'getFactors'
  | 'beginPasskey'
  | 'addPasskey'
  | 'renamePasskey'
  | 'removePasskey'
  | 'beginTotp'
  | 'confirmTotp'
  | 'removeTotp'
  | 'makeRecoveryCodes'
  | 'beginPasskeySignIn'
  | 'signInWithPasskey'
  | 'beginStepUp'
  | 'stepUp'
  | 'resetFactors';

export const factorRoutes: Handlers<FactorCalls> = {
  getFactors: async ({ caller }, { store }) => ({ status: 200, body: await factorsOf(store.sql, caller.as.id) }),

  beginPasskey: async ({ caller }, { store, passkeys }) => {
    const member = store.directory().members.get(asMember(caller).id);
    if (!member) throw new Refusal('unauthorized', reasons.signedOut);
    // Refused before the browser makes one that is known nowhere.
    const refusal = mayAddFactor(caller, isProtected(await factorsOf(store.sql, member.id)));
    if (refusal) throw refusal;
    return { status: 200, body: await passkeys.create(member) };
  },

  addPasskey: async ({ caller, body, browser }, { store, passkeys, cookie }) => {
    const made = await passkeys.made(body.name ?? browser.device, body.response);
    const { passkey, token } = await store.writer.run(addPasskey(caller, made));
    return { status: 201, body: passkey, cookie: cookie.set(token) };
  },

  renamePasskey: async ({ caller, params, body }, { store }) => ({
    status: 200,
    body: await store.writer.run(renamePasskey(caller, params['id'] as string, body)),
  }),

  removePasskey: async ({ caller, params }, { store }) => {
    await store.writer.run(removePasskey(caller, params['id'] as string));
    return { status: 204 };
  },

  beginTotp: async ({ caller }, { store, totpSeal }) => ({
    status: 200,
    body: await store.writer.run(beginTotp(caller, totpSeal)),
  }),

  confirmTotp: async ({ caller, body }, { store, totpSeal, cookie }) => {
    const confirmed = await store.writer.run(confirmTotp(caller, body.code, totpSeal));
    if (confirmed === 'wrong') throw wrongCode('/code');
    const { recoveryCodes, token } = confirmed;
    return { status: 200, body: { recoveryCodes }, cookie: cookie.set(token) };
  },

  removeTotp: async ({ caller }, { store }) => {
    await store.writer.run(removeTotp(caller));
    return { status: 204 };
  },

  makeRecoveryCodes: async ({ caller }, { store }) => ({
    status: 200,
    body: { recoveryCodes: await store.writer.run(makeRecoveryCodes(caller)) },
  }),

  beginPasskeySignIn: async (_call, { passkeys }) => {
    return { status: 200, body: await passkeys.request(null) };
  },

  signInWithPasskey: async ({ body, browser }, services) => {
    const device = deviceOf(browser);
    const shown = await services.passkeys.shown(body.response);
    return signedIn(await services.store.writer.run(signInWithPasskey(shown, device)), browser, services);
  },

  beginStepUp: async ({ caller }, { passkeys }) => ({
    status: 200,
    body: await passkeys.request(asMember(caller).id),
  }),

  stepUp: async ({ caller, body, browser }, services) => {
    const shown = await shownIn(body, services);
    const done = await services.store.writer.run(stepUp(caller, shown, services.totpSeal));
    if (done === 'wrong') throw wrongCode(shown.by === 'totp' ? '/totp' : '/recoveryCode');
    return strengthened(done.token, browser, services);
  },

  resetFactors: async ({ caller, params }, { store }) => {
    await store.writer.run(resetFactors(caller, params['id'] as string));
    return { status: 204 };
  },
};

async function shownIn({ passkey, totp, recoveryCode }: StepUp, { passkeys }: Services): Promise<Shown> {
  if (passkey) return { by: 'passkey', passkey: await passkeys.shown(passkey) };
  if (totp !== undefined) return { by: 'totp', code: totp };
  if (recoveryCode !== undefined) return { by: 'recovery-code', code: recoveryCode };
  throw invalidBody([{ pointer: '', message: 'Show one factor: passkey, totp or recoveryCode.' }]);
}

/** Answers who is at it, under the session's new token. */
async function strengthened(token: string, { address }: Browser, services: Services): Promise<Reply> {
  const caller = await services.authenticate(token, address);
  return {
    status: 200,
    body: presentMe(caller, services),
    cookie: services.cookie.set(token),
  };
}

function wrongCode(pointer: string): Refusal {
  return invalidBody([{ pointer, message: faultSentences.wrongCode }]);
}
