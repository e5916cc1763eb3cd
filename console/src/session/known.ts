import type { Me } from '../../../core/contract/organisation.ts';
import { drop, keep, readKept } from '../kept.ts';
import { mayRead, may } from './signed-in.ts';
import type { Session } from './session.ts';

/** Under which name the device holds what it knows of who is signed in on it. */
const knownItem = 'tocsin.known';

/**
 * What a device may know while the network is away: whose drafts are shown, and whether they raise warnings. No name, address or
 * role: a device that is taken away tells no more by it than by the drafts themselves.
 */
interface Known {
  readonly organisation: string;
  readonly kind: Me['organisation']['kind'];
  readonly raises: boolean;
}

/** Keeps it for as long as the session lasts on this device: not for a key that is forgotten with its tab. */
export function keepKnown(session: Session, me: Me): void {
  const lasts = session.by === 'cookie' || session.kept;
  const { id, kind } = me.organisation;
  if (!lasts || id === undefined || !mayRead(me)) return;
  const known: Known = { organisation: id, kind, raises: may(me, 'raiseWarning') };
  keep(knownItem, JSON.stringify(known));
}

export function dropKnown(): void {
  drop(knownItem);
}

/**
 * Who is signed in as far as this device knows, until the network says it: enough to open the pages and to write, and nothing that
 * could be taken for more. undefined: nobody is, or it knows nothing.
 * @param name what stands in the place of all names
 */
export function knownMe(name: string): Me | undefined {
  const known = readKnown();
  if (known === undefined) return undefined;
  const { organisation, kind, raises } = known;
  return {
    organisation: { id: organisation, name, kind },
    as: { type: 'member', id: '', name, role: 'viewer', language: null, session: '', strength: 'none' },
    teams: [],
    clearance: 'TLP:CLEAR',
    may: ['listWarnings', 'listEvents', ...(raises ? ['raiseWarning', 'previewWarning'] : [])],
    network: { name: '', version: '', retentionDays: 0 },
    now: new Date().toISOString(),
  };
}

export function hasKnown(): boolean {
  return readKnown() !== undefined;
}

function readKnown(): Known | undefined {
  try {
    const kept = JSON.parse(readKept(knownItem) ?? 'null') as Known | null;
    return typeof kept?.organisation === 'string' && typeof kept.kind === 'string' ? kept : undefined;
  } catch {
    return undefined;
  }
}
