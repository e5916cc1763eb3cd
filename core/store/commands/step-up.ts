import { v7 } from 'uuid';
import { reasons } from '../../contract/reasons.ts';
import { filled } from '../../contract/sentences.ts';
import type { Caller, Member } from '../../domain/organisation.ts';
import { Refusal } from '../../domain/refusal.ts';
import { spendChallenge, type ChallengePurpose } from '../factors.ts';
import type { Seal } from '../seal.ts';
import type { Command, Unit } from '../unit.ts';
import { takeRecoveryCode, takeTotp } from './code.ts';
import { self, staleChallenge, tellMember } from './factor.ts';
import { admittedBy } from './single-sign-on.ts';
import { beginSession, strengthenSession, type BegunSession, type Device, type FactorKind } from './session.ts';

/** A passkey's answer that was verified: which passkey, to which challenge, and its counter from here on. */
export interface ShownPasskey {
  readonly id: string;
  readonly memberId: string;
  readonly challenge: string;
  readonly counter: number;
}

/** What somebody shows: a passkey, verified already, or a code. */
export type Shown =
  | { readonly by: 'passkey'; readonly passkey: ShownPasskey }
  | { readonly by: 'totp' | 'recovery-code'; readonly code: string };

/** Wrong codes that a member may give before they have to wait, in seconds. */
const guesses = { most: 5, seconds: 900 };

/** Shows a factor in the caller's session: answers its new token, or that the code was wrong. @throws Refusal rate-limited */
export function stepUp(caller: Caller, shown: Shown, seal: Seal): Command<{ token: string } | 'wrong'> {
  return async (unit) => {
    const { member, session } = self(unit, caller);
    if (shown.by === 'passkey') {
      if (shown.passkey.memberId !== member.id) return refuse(unit, member, shown.by, 'foreign');
      await takePasskey(unit, shown.passkey, 'step-up');
    } else {
      await checkGuesses(unit, member);
      const right =
        shown.by === 'totp'
          ? await takeTotp(unit, member, shown.code, seal, 'confirmed')
          : await takeRecoveryCode(unit, member, shown.code);
      if (!right) {
        await countGuess(unit, member);
        return refuse(unit, member, shown.by, 'wrong');
      }
      await unit.sql.query('DELETE FROM factor_guess WHERE member_id = $1', [member.id]);
      if (shown.by === 'recovery-code') await tellMember(unit, member, v7(), 'recovery-code-used');
    }
    return { token: await strengthenSession(unit, member, session, shown.by) };
  };
}

/** Signs in whose passkey it is. @throws Refusal unauthorized, state-conflict */
export function signInWithPasskey(shown: ShownPasskey, device: Device): Command<BegunSession> {
  return async (unit) => {
    const member = unit.directory.members.get(shown.memberId);
    const organisation = member && unit.directory.organisations.get(member.organisationId);
    if (!member || !organisation) {
      throw new Refusal('unauthorized', reasons.passkeyNobody);
    }
    if (organisation.suspended) {
      throw new Refusal('suspended', `${organisation.name} is suspended; ask the network’s coordinator.`);
    }
    if ((await admittedBy(unit, [member])).length === 0) {
      throw new Refusal('unauthorized', `${organisation.name} signs in by its own identity provider alone.`);
    }
    await takePasskey(unit, shown, 'sign-in');
    return beginSession(unit, member, { method: 'passkey', device, strong: true });
  };
}

async function takePasskey(
  unit: Unit,
  { id, memberId, challenge, counter }: ShownPasskey,
  purpose: ChallengePurpose,
): Promise<void> {
  const whose = purpose === 'sign-in' ? null : memberId;
  if (!(await spendChallenge(unit.sql, { challenge, purpose, memberId: whose }))) throw staleChallenge();
  const { rowCount } = await unit.sql.query(
    'UPDATE passkey SET counter = $2, last_used_at = $3 WHERE id = $1 AND counter <= $2',
    [id, counter, unit.now],
  );
  if (rowCount === 0) throw new Refusal('unauthorized', 'This passkey was removed, or shown elsewhere meanwhile.');
}

async function checkGuesses(unit: Unit, member: Member): Promise<void> {
  const { rows } = await unit.sql.query<{ wrong: number; since: Date }>(
    'SELECT wrong, since FROM factor_guess WHERE member_id = $1 FOR UPDATE',
    [member.id],
  );
  const [guessed] = rows;
  const left = guessed ? guesses.seconds - (unit.now.getTime() - guessed.since.getTime()) / 1_000 : 0;
  if (!guessed || guessed.wrong < guesses.most || left <= 0) return;
  const retryAfter = Math.ceil(left);
  throw new Refusal('rate-limited', filled(reasons.codesWrong, { seconds: retryAfter }), { retryAfter });
}

async function countGuess(unit: Unit, member: Member): Promise<void> {
  const window = new Date(unit.now.getTime() - guesses.seconds * 1_000);
  await unit.sql.query(
    `INSERT INTO factor_guess (member_id, wrong, since) VALUES ($1, 1, $2)
     ON CONFLICT (member_id) DO UPDATE SET
       wrong = CASE WHEN factor_guess.since < $3 THEN 1 ELSE factor_guess.wrong + 1 END,
       since = CASE WHEN factor_guess.since < $3 THEN $2 ELSE factor_guess.since END`,
    [member.id, unit.now, window],
  );
}

function refuse(unit: Unit, member: Member, by: FactorKind, reason: 'wrong' | 'foreign'): 'wrong' {
  const actor = { organisationId: member.organisationId, memberId: member.id };
  unit.append({ id: v7(), type: 'sign-in.refused', actor, data: { member: member.id, by, reason } });
  return 'wrong';
}
