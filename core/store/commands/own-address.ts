import { v7 } from 'uuid';
import { faultSentences } from '../../contract/sentences.ts';
import { reasons } from '../../contract/reasons.ts';
import type { Caller, Member } from '../../domain/organisation.ts';
import { invalidBody, notFound, Refusal } from '../../domain/refusal.ts';
import type { Seal } from '../seal.ts';
import type { Command, Unit } from '../unit.ts';
import { self } from './factor.ts';
import { writeMails } from './mails.ts';
import { endSessionsBut } from './session.ts';
import { admittedBy } from './single-sign-on.ts';
import { actorOf } from './warning-event.ts';

const hour = 3_600_000;
/** Hours that the link to a new address holds. */
const linkHours = 24;

/** What the link to a new address holds, sealed for its member: once it was used, `from` is theirs no longer. */
interface Move {
  readonly from: string;
  readonly to: string;
  readonly until: string;
}

const noWarning = { id: null, revision: null };

/**
 * Mails a link to an address that a member wants theirs to be; nothing changes before it was opened by them.
 * @throws Refusal invalid-request for an address that a member has, state-conflict where their identity provider says theirs
 */
export function askForAddress(caller: Caller, to: string, seal: Seal): Command<void> {
  return async (unit) => {
    const { member } = self(unit, caller);
    await checkMove(unit, member, to, '/address');
    const until = new Date(unit.now.getTime() + linkHours * hour).toISOString();
    const move: Move = { from: member.address, to, until };
    const token = seal.close(JSON.stringify(move), member.id).toString('base64url');
    const { id, organisationId } = member;
    const eventId = v7();
    unit.append({ id: eventId, type: 'own-address.asked', actor: actorOf(caller), data: { member: id } });
    await writeMails(
      unit,
      { kind: 'own-address', content: { token, expiresAt: until }, eventId, warning: noWarning, at: unit.at },
      [{ address: to, organisationId, memberId: id, teamId: null }],
    );
  };
}

/**
 * Makes an address the caller's by the token that was mailed there: the former one is told, and their other sessions end.
 * @throws Refusal not-found, state-conflict, invalid-request
 */
export function takeAddress(caller: Caller, token: string, seal: Seal): Command<void> {
  return async (unit) => {
    const { member, session } = self(unit, caller);
    const { from, to, until } = opened(seal, token, member);
    if (until <= unit.at) throw new Refusal('state-conflict', reasons.linkOld);
    if (from !== member.address) {
      throw new Refusal('state-conflict', reasons.addressChanged);
    }
    await checkMove(unit, member, to, '/token');
    const { id, organisationId: organisation, role, red } = member;
    await unit.sql.query('UPDATE member SET address = $2 WHERE id = $1', [id, to]);
    // The application that they wrote goes on being erased with them.
    await unit.sql.query(
      'UPDATE application SET address = lower($3) WHERE organisation_id = $1 AND address = lower($2)',
      [organisation, from, to],
    );
    await endSessionsBut(unit, id, session, 'address-changed');
    const eventId = v7();
    const data = { organisation, member: id, changed: ['address'], role, red };
    unit.append({ id: eventId, type: 'member.changed', actor: actorOf(caller), data });
    await writeMails(
      unit,
      { kind: 'member-changed', content: { change: 'address' }, eventId, warning: noWarning, at: unit.at },
      [{ address: from, organisationId: organisation, memberId: id, teamId: null }],
    );
  };
}

function opened(seal: Seal, token: string, { id }: Member): Move {
  try {
    return JSON.parse(seal.open(Buffer.from(token, 'base64url'), id)) as Move;
  } catch {
    throw notFound('link for you');
  }
}

/** @param pointer at what names the address */
async function checkMove(unit: Unit, member: Member, to: string, pointer: string): Promise<void> {
  const [admitted] = await admittedBy(unit, [member]);
  if (!admitted) {
    throw new Refusal('state-conflict', reasons.addressProvider);
  }
  const colleagues = unit.directory.membersByOrganisation.get(member.organisationId) ?? [];
  if (colleagues.some(({ address }) => address.toLowerCase() === to.toLowerCase())) {
    throw invalidBody([{ pointer, message: faultSentences.addressTaken }]);
  }
}
