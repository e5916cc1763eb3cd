import type { OrganisationKind, Role, Scope, Tlp } from '../contract/vocabularies.ts';

/** An organisation as the rules see it. */
export interface Member {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly address: string;
  readonly role: Role;
  readonly language: string | null;
  readonly red: boolean;
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
}

export interface Team {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
}

/** Who asks: a key today, a member once people sign in. */
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
    | { readonly type: 'member'; readonly id: string; readonly name: string; readonly role: Role };
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

/** The reader that a caller is. */
export function readerOf(caller: Caller): Reader {
  const { id, kind, clearance, suspended } = caller.organisation;
  return { organisationId: id, kind, clearance, suspended, red: caller.scopes.includes('warnings:red') };
}
