import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ConsumerInUse } from './errors.ts';
import { localStoragePositions } from './local-storage-positions.ts';

type Granted = (lock: object | null) => unknown;

/** What a browser brings and Node.js does not: both as far as the store uses them. */
const storage = new Map<string, string>();
const heldLocks = new Set<string>();
const locks = {
  async request(name: string, _: object, granted: Granted) {
    const free = !heldLocks.has(name);
    heldLocks.add(name);
    await granted(free ? { name } : null);
    if (free) heldLocks.delete(name);
  },
};
const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');

function pageWith(navigator: object): void {
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
}

beforeEach(() => {
  storage.clear();
  heldLocks.clear();
  const localStorage = {
    getItem: (name: string) => storage.get(name) ?? null,
    setItem: (name: string, value: string) => storage.set(name, value),
  };
  Object.defineProperty(globalThis, 'localStorage', { value: localStorage, configurable: true });
  pageWith({ locks });
});

afterEach(() => {
  if (before) Object.defineProperty(globalThis, 'navigator', before);
  else Reflect.deleteProperty(globalThis, 'navigator');
  Reflect.deleteProperty(globalThis, 'localStorage');
});

describe('positions in localStorage', () => {
  test('are kept under the key, by consumer, and outlive the page', async () => {
    const positions = localStoragePositions('tocsin');
    expect(await positions.load('board')).toBeUndefined();
    await positions.save('board', 'p1');
    expect(await localStoragePositions('tocsin').load('board')).toBe('p1');
    expect([...storage]).toEqual([['tocsin/board', 'p1']]);
  });

  test('a second page with the same consumer is refused until the first lets go', async () => {
    const [first, second] = [localStoragePositions('tocsin'), localStoragePositions('tocsin')];
    await first.acquire?.('board');
    await expect(second.acquire?.('board')).rejects.toThrow(ConsumerInUse);
    await second.acquire?.('desk');
    await first.release?.('board');
    await second.acquire?.('board');
    expect([...heldLocks]).toEqual(['tocsin/desk', 'tocsin/board']);
  });

  test('where there are no Web Locks nobody is refused', async () => {
    pageWith({});
    await localStoragePositions('tocsin').acquire?.('board');
    await localStoragePositions('tocsin').acquire?.('board');
    expect(heldLocks.size).toBe(0);
  });
});
