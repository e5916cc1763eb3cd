import type { RaiseLimits } from '../contract/application.ts';
import type { OrganisationKind, Role, Scope, Tlp } from '../contract/vocabularies.ts';

/** An organisation as the rules see it. */
export interface Member {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly address: string;
  readonly role: Role;
  readonly language: string | null;
  /** On the organisation's TLP:RED list. */
  readonly red: boolean;
  /** The teams that they are limited to; empty: all of the organisation's, later ones too. */
  readonly teams: readonly string[];
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  /** The highest marking it may read. */
  readonly clearance: Tlp;
  readonly listed: boolean;
  readonly suspended: boolean;
  /** It may raise nothing until the coordinator releases it. */
  readonly braked: boolean;
  /** Warnings of each severity that it may raise in an hour, beside the limit for all. */
  readonly raiseLimits: RaiseLimits | null;
}

export interface Team {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
}

/** How lately somebody signed in showed a passkey or a code, rising: not in this session, in it, or just now. */
export type Strength = 'none' | 'session' | 'recent';

/** Who asks: a machine by its key, or a member by a session. */
export interface Caller {
  readonly organisation: Organisation;
  readonly as:
    | {
        readonly type: 'key';
        readonly id: string;
        readonly name: string;
        readonly prefix: string;
        readonly expiresAt: string | null;
      }
    | {
        readonly type: 'member';
        readonly id: string;
        readonly name: string;
        readonly role: Role;
        /** Id of the session. */
        readonly session: string;
        readonly strength: Strength;
      };
  /** Of a key; of a member `warnings:red` alone, where they are on the organisation's TLP:RED list. */
  readonly scopes: readonly Scope[];
  /** The teams it belongs to, oldest first; never empty. */
  readonly teams: readonly Team[];
  /** It is limited to no team: those that were and those that will be are its own too. */
  readonly everyTeam: boolean;
}

/** What decides what somebody may see. Equal readers share rooms and encoded views. */
export interface Reader {
  readonly organisationId: string;
  readonly kind: OrganisationKind;
  readonly clearance: Tlp;
  readonly suspended: boolean;
  /** On the organisation's TLP:RED list. */
  readonly red: boolean;
}

/** The teams that a member belongs to; who was limited to teams that are gone belongs to all. */
export function teamsOf(member: Pick<Member, 'teams'>, all: readonly Team[]): readonly Team[] {
  const own = all.filter(({ id }) => member.teams.includes(id));
  return own.length > 0 ? own : all;
}

/** The reader that a caller is. */
export function readerOf(caller: Caller): Reader {
  const { id, kind, clearance, suspended } = caller.organisation;
  return { organisationId: id, kind, clearance, suspended, red: caller.scopes.includes('warnings:red') };
}
