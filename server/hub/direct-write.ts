import type { Socket as NetSocket } from 'node:net';
import type { Socket as Connection } from 'engine.io';

/**
 * An inner path of engine.io 6.6 (pinned): the TCP socket under a WebSocket transport. Frames that are built once go to it as
 * they are, which halves what a fan-out costs. `direct-write.test.ts` holds it to each release.
 */
interface WebSocketTransport {
  readonly name: string;
  readonly perMessageDeflate: unknown;
  readonly socket?: { readonly readyState: number; readonly _socket?: NetSocket | null; terminate?(): void };
}

const open = 1;

/** The TCP socket that whole frames may be written to while the connection is open; undefined: hand packets to engine.io instead. */
export function tcpOf(transport: Connection['transport']): NetSocket | undefined {
  const { name, perMessageDeflate, socket } = transport as unknown as WebSocketTransport;
  if (name !== 'websocket' || perMessageDeflate || socket?.readyState !== open) return undefined;
  // oxlint-disable-next-line no-underscore-dangle -- ws names it so
  return socket._socket ?? undefined;
}

/** Whether packets wait inside engine.io: frames written directly would overtake them. */
export function holdsPackets(connection: Connection): boolean {
  return (connection as unknown as { writeBuffer: unknown[] }).writeBuffer.length > 0;
}

/** Ends a connection without the closing handshake, which somebody who does not read would not answer. */
export function cut(connection: Connection): void {
  const { socket } = connection.transport as unknown as WebSocketTransport;
  if (socket?.terminate) socket.terminate();
  else connection.close(true);
}
