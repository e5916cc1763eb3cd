import { createContext, useContext } from 'react';
import type { Me } from '../../../core/contract/organisation.ts';
import type { OperationId } from '../../../core/contract/routes.ts';
import type { Call, Network } from '../network.ts';

/** What every page of somebody signed in has at hand. */
export interface SignedIn {
  readonly me: Me;
  /** The network has said who this is; until then it is what the device knows. */
  readonly confirmed: boolean;
  readonly call: Call;
  readonly network: Network;
  readonly signOut: () => void;
}

export const SignedInContext = createContext<SignedIn | null>(null);

export function useSignedIn(): SignedIn {
  const value = useContext(SignedInContext);
  if (value === null) throw new Error('This page is for those signed in.');
  return value;
}

/** Whether the credential may do this at all; `may` of GET /me decides. */
export function may(me: Me, operation: OperationId): boolean {
  return me.may.includes(operation);
}

/** Whether the credential may read at all: without that the console has nothing to show. */
export function mayRead(me: Me): boolean {
  return may(me, 'listWarnings') && may(me, 'listEvents');
}

/** Whether a party is the reader's own organisation. */
export function isOwn(me: Me, party: { id?: string | undefined }): boolean {
  return party.id !== undefined && party.id === me.organisation.id;
}
