import { describe, expect, test } from '@jest/globals';
import type { Socket } from 'socket.io';
import { encodeEvent, parcelOf } from './message.ts';
import { mostBytes, SocketOutlet } from './socket-outlet.ts';

/** A socket over polling: what is written waits for the client's next poll. */
function aPoller() {
  const waiting: (() => void)[] = [];
  const conn = {
    transport: { name: 'polling' },
    readyState: 'open',
    writeBuffer: [] as string[],
    closed: false,
    discarded: false,
    write: (packet: string) => void conn.writeBuffer.push(packet),
    once: (_name: string, listener: () => void) => void waiting.push(listener),
    close(discard = false) {
      conn.closed = true;
      conn.discarded = discard;
    },
    /** The client polls. */
    poll() {
      conn.writeBuffer = [];
      for (const listener of waiting.splice(0)) listener();
    },
  };
  let overflows = 0;
  const socket = { conn, emit: () => undefined, disconnect: () => undefined } as unknown as Socket;
  const outlet = new SocketOutlet(
    socket,
    { eventsSent: 0 },
    () => (overflows += 1),
    () => undefined,
  );
  return { conn, outlet, overflows: () => overflows };
}

const anEvent = (name: string, text = name) =>
  parcelOf([encodeEvent(JSON.stringify(text), name, { sequence: 1, warningId: name, revision: 1, readings: [] })]);

describe('an outlet over polling', () => {
  test('holds what waits for the next poll, and then no more', () => {
    const { conn, outlet } = aPoller();
    outlet.send(anEvent('first'));
    outlet.send(anEvent('second'));
    expect(['first', 'second', 'third'].map((name) => outlet.holds(name))).toEqual([true, true, false]);
    conn.poll();
    expect(['first', 'second'].map((name) => outlet.holds(name))).toEqual([false, true]);
    conn.poll();
    expect(outlet.holds('second')).toBe(false);
  });

  test('lets go of what waits when it is ended for being slow', () => {
    const { conn, outlet } = aPoller();
    outlet.send(anEvent('first'));
    outlet.end('slow-consumer');
    expect([conn.closed, conn.discarded]).toEqual([true, true]);
  });

  test('overflows by what waits, not by what leaves at once', () => {
    const { outlet, overflows } = aPoller();
    const large = 'x'.repeat(mostBytes);
    outlet.send(anEvent('first', large));
    expect(overflows()).toBe(0);
    outlet.send(anEvent('second', large));
    expect(overflows()).toBe(1);
  });
});
