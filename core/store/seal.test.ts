import { expect, test } from '@jest/globals';
import { openSeal } from './seal.ts';

const secret = Buffer.alloc(32, 7);
const seal = openSeal({ secret }, 'test');

test('what was sealed opens for whom it was sealed, and never looks the same', () => {
  const sealed = seal.close('geheim', 'mira');
  expect(seal.open(sealed, 'mira')).toBe('geheim');
  expect(sealed.equals(seal.close('geheim', 'mira'))).toBe(false);
  expect(sealed.includes('geheim')).toBe(false);
});

test('it opens for nobody else, for no other purpose, and not when a bit of it was changed', () => {
  const sealed = seal.close('geheim', 'mira');
  expect(() => seal.open(sealed, 'noor')).toThrow();
  expect(() => openSeal({ secret }, 'another').open(sealed, 'mira')).toThrow();
  const changed = Buffer.from(sealed);
  changed[14] = (changed[14] ?? 0) ^ 1;
  expect(() => seal.open(changed, 'mira')).toThrow();
});
