import { expect, test } from '@jest/globals';
import { dropKey, findKey, keepKey } from './session.ts';

function memory() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    items,
  };
}

test('a key stays in the tab alone unless it is to be kept on the device', () => {
  const storages = { tab: memory(), device: memory() };
  keepKey(storages, { token: 'one', kept: false });
  expect(findKey(storages)).toEqual({ by: 'key', token: 'one', kept: false });
  expect(storages.device.items.size).toBe(0);

  keepKey(storages, { token: 'two', kept: true });
  expect(findKey(storages)).toEqual({ by: 'key', token: 'two', kept: true });
  expect(storages.tab.items.size).toBe(0);
});

test('a dropped key is nowhere', () => {
  const storages = { tab: memory(), device: memory() };
  keepKey(storages, { token: 'one', kept: true });
  dropKey(storages, { token: 'one' });
  expect(findKey(storages)).toBeNull();
  expect(storages.device.items.size + storages.tab.items.size).toBe(0);
});

test('a session that ends leaves the key of another alone', () => {
  const storages = { tab: memory(), device: memory() };
  keepKey(storages, { token: 'two', kept: true });
  dropKey(storages, { token: 'one' });
  expect(findKey(storages)).toEqual({ by: 'key', token: 'two', kept: true });
});
