import { z } from 'zod';
import type { OrganisationKind, Role, Scope } from './vocabularies.ts';

/** One call of the contract: what it takes, what it answers, and the least that a credential needs for it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, parameters in braces (OpenAPI). */
  readonly path: string;
  readonly summary: string;
  /** What one has to know beside, in whole sentences. */
  readonly description?: string;
  /** Any one of these; absent: any credential; `public`: none. */
  readonly scopes?: readonly Scope[];
  readonly public?: true;
  /** Absent: all kinds. */
  readonly kinds?: readonly OrganisationKind[];
  /** The least role a member needs. */
  readonly role?: Role;
  /** In organisations of a kind, another one. */
  readonly roleIn?: Partial<Record<OrganisationKind, Role>>;
  /** For members alone: no key does this. */
  readonly people?: true;
  /**
   * How lately a member has to have shown a strong factor, a passkey or a code. `recent`, just now: for whatever decides who may
   * see, be told or act from here on. `session`, in this session: for what the whole network hears, and for the record of what was
   * done. Absent: not at all, but for the coordinator's members in this session; `never`: not for them either, because they need
   * it to get or to keep a factor and a session.
   */
  readonly strong?: 'never' | 'session' | 'recent';
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body may be left out. */
  readonly bodyOptional?: true;
  /** Takes an Idempotency-Key. */
  readonly creates?: true;
  readonly ifMatch?: true;
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
}

/** A page of a list, and the cursor of the next. */
export const page = <T extends z.ZodType>(item: T) => z.object({ data: z.array(item), next: z.string().nullable() });

/** What most calls need: the least scope, kind and role. */
export const read = { scopes: ['warnings:read'], role: 'viewer' } as const;
export const draft = { scopes: ['warnings:write'], kinds: ['cso', 'coordinator'], role: 'responder' } as const;
export const raise = { ...draft, strong: 'session' } as const;
export const answer = { scopes: ['acknowledgements:write'], kinds: ['platform'], role: 'responder' } as const;
export const settings = { scopes: ['subscriptions:write'], role: 'manager', strong: 'recent' } as const;
export const administer = { scopes: ['admin'], role: 'manager', strong: 'recent' } as const;
/** What people do about themselves. */
export const own = { people: true, role: 'viewer' } as const;
/** About their sessions and factors. */
export const self = { ...own, strong: 'never' } as const;
/** What an owner decides in person. */
export const ownerAlone = { people: true, role: 'owner', strong: 'recent' } as const;
