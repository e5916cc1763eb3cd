import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PasskeyAssertion, PasskeyRegistration } from '../../core/contract/factor.ts';
import { reasons } from '../../core/contract/reasons.ts';
import type { Member } from '../../core/domain/organisation.ts';
import { Refusal } from '../../core/domain/refusal.ts';
import type { NewPasskey } from '../../core/store/commands/factor.ts';
import type { ShownPasskey } from '../../core/store/commands/step-up.ts';
import { findPasskey, giveChallenge, passkeysOf } from '../../core/store/factors.ts';
import type { Store } from '../../core/store/store.ts';
import type { Queryable } from '../../core/store/unit.ts';

/** Passkeys of this network's address (WebAuthn Level 3): what browsers are asked, and whether they answered it. */
export interface Passkeys {
  /** Asks a member's browser to make one. */
  create(member: Member): Promise<{ challenge: string }>;
  /** @throws Refusal invalid-request */
  made(name: string, response: PasskeyRegistration): Promise<NewPasskey>;
  /** Asks for one. @param memberId whose; null: anybody's who signs in by it */
  request(memberId: string | null): Promise<{ challenge: string }>;
  /** @throws Refusal unauthorized */
  shown(response: PasskeyAssertion): Promise<ShownPasskey>;
}

/** The address that passkeys are bound to. */
type Here = () => { expectedOrigin: string; expectedRPID: string; requireUserVerification: true };

/** @param address where the network is reached from outside; known once the server listens */
export function openPasskeys({ sql }: Store, address: { readonly publicUrl: string }): Passkeys {
  const here: Here = () => {
    const { origin, hostname } = new URL(address.publicUrl);
    return { expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: true };
  };
  return { ...asking(sql, here), ...verifying(sql, here) };
}

function asking(sql: Queryable, here: Here): Pick<Passkeys, 'create' | 'request'> {
  return {
    async create(member) {
      const known = await passkeysOf(sql, member.id);
      const options = await generateRegistrationOptions({
        rpName: 'Tocsin',
        rpID: here().expectedRPID,
        userID: new TextEncoder().encode(member.id),
        userName: member.address,
        userDisplayName: member.name,
        attestationType: 'none',
        excludeCredentials: known.map(({ credential, transports }) => ({ id: credential, transports })),
        // It signs in by itself, so it has to be found without a name, and to know its owner.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      await giveChallenge(sql, { challenge: options.challenge, purpose: 'add', memberId: member.id });
      return options;
    },

    async request(memberId) {
      const known = memberId === null ? [] : await passkeysOf(sql, memberId);
      const options = await generateAuthenticationOptions({
        rpID: here().expectedRPID,
        allowCredentials: known.map(({ credential, transports }) => ({ id: credential, transports })),
        userVerification: 'required',
      });
      const purpose = memberId === null ? 'sign-in' : 'step-up';
      await giveChallenge(sql, { challenge: options.challenge, purpose, memberId });
      return options;
    },
  };
}

/** Which challenge was answered is read off here; that it was given out, and not answered before, is the command's to see. */
function verifying(sql: Queryable, here: Here): Pick<Passkeys, 'made' | 'shown'> {
  return {
    async made(name, response) {
      let challenge = '';
      const { registrationInfo } = await verifyRegistrationResponse({
        response: response as Parameters<typeof verifyRegistrationResponse>[0]['response'],
        expectedChallenge: (answered) => Boolean((challenge = answered)),
        ...here(),
      }).catch(() => ({ registrationInfo: undefined }));
      if (!registrationInfo) {
        throw new Refusal('invalid-request', 'This is no passkey that was made for this network. Begin again.');
      }
      const { id, publicKey, counter } = registrationInfo.credential;
      return { challenge, name, credential: id, publicKey, counter, transports: response.response.transports ?? [] };
    },

    async shown(response) {
      const kept = await findPasskey(sql, response.id);
      if (!kept) throw unknown();
      let challenge = '';
      const verified = await verifyAuthenticationResponse({
        response: response as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
        expectedChallenge: (answered) => Boolean((challenge = answered)),
        credential: { ...kept, id: kept.credential },
        ...here(),
      }).catch(() => undefined);
      if (!verified?.verified) throw unknown();
      return { id: kept.id, memberId: kept.memberId, challenge, counter: verified.authenticationInfo.newCounter };
    },
  };
}

function unknown(): Refusal {
  return new Refusal('unauthorized', reasons.passkeyUnknown);
}
