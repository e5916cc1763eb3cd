import type { GoodbyeReason } from '../../core/contract/sockets.ts';
import type { Parcel } from './message.ts';
import type { Occupant } from './room.ts';

/** Where a consumer's messages go: a socket, or a stream of server-sent events. */
export interface Outlet extends Occupant {
  send(parcel: Parcel): void;
  /** What is sent to say that a replay has met the live stream. */
  caughtUp(subscriptionId: string, position: string): void;
  /** Resolves once all that was sent is out; undefined: it is out already. */
  drained(): Promise<void> | undefined;
  /** Milliseconds since the oldest message that waits was sent; 0: none waits. */
  behind(now: number): number;
  /** Whether a message that still waits is about this warning. */
  holds(warningId: string): boolean;
  /** Says goodbye as well as it can, and closes. */
  end(reason: GoodbyeReason): void;
}
