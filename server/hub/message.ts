import type { ReadingReason } from '../../core/domain/audit.ts';
import type { serverMessages } from '../../core/contract/sockets.ts';

/** What an event that was sent is about: what a receipt for it says. */
export interface Sent {
  readonly sequence: number;
  readonly warningId: string;
  /** null: the event shows none, so there is no receipt for it. */
  readonly revision: number | null;
  /** Why its being sent stands on the log; nearly always empty. */
  readonly readings: readonly ReadingReason[];
}

/** One message to consumers, encoded once for all who get it. */
export interface Message {
  readonly name: 'event' | keyof typeof serverMessages;
  /** The payload as JSON. */
  readonly text: string;
  readonly position: string;
  /** The whole Socket.IO packet as one WebSocket frame. */
  readonly frame: Buffer;
  /** null: not an event. */
  readonly sent: Sent | null;
}

/** A message that is an event. */
export type EventMessage = Message & { readonly sent: Sent };

/** Messages that go out together. */
export interface Parcel {
  readonly messages: readonly Message[];
  /** All their frames, joined. */
  readonly frames: Buffer;
  readonly sent: readonly Sent[];
  /** Of them those that stand on the log when they are sent. */
  readonly read: readonly Sent[];
}

export function encode(name: Message['name'], text: string, position: string): Message {
  return { name, text, position, sent: null, frame: frameOf(packetOf({ name, text })) };
}

/** @param text the Event as JSON */
export function encodeEvent(text: string, position: string, sent: Sent): EventMessage {
  return { ...encode('event', text, position), sent };
}

export function parcelOf(messages: readonly Message[]): Parcel {
  const [only] = messages;
  const frames = only && messages.length === 1 ? only.frame : Buffer.concat(messages.map(({ frame }) => frame));
  const sent = messages.flatMap((message) => message.sent ?? []);
  return { messages, frames, sent, read: sent.filter(({ readings }) => readings.length > 0) };
}

/** A Socket.IO packet of type EVENT in the namespace `/`. */
export function packetOf({ name, text }: Pick<Message, 'name' | 'text'>): string {
  return `2["${name}",${text}]`;
}

/** One unmasked text frame (RFC 6455, 5.2) that holds an engine.io packet of type "message". */
function frameOf(packet: string): Buffer {
  const length = Buffer.byteLength(packet) + 1;
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafeSlow(head + length);
  frame[0] = 0x81;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(`4${packet}`, head);
  return frame;
}
