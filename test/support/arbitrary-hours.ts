import fc from 'fast-check';
import type { Weekday } from '../../core/contract/vocabularies.ts';
import type { Hours } from '../../core/domain/hours.ts';

const week: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const zones = ['Europe/Berlin', 'Europe/Sofia', 'Atlantic/Azores', 'Europe/Dublin', 'America/St_Johns', 'Asia/Kolkata'];
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 1, 15, 30, 59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

export const quiet = fc.array(fc.record({ days: fc.subarray([...week]), from: time, to: time }), { maxLength: 6 });

export const hours: fc.Arbitrary<Hours> = fc.record({ timeZone: fc.constantFrom(...zones), quiet });

/** Half of them within three days of a change of the clocks in 2026. */
export const moment: fc.Arbitrary<Date> = fc
  .oneof(
    fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 0, 1) }),
    fc.integer({ min: Date.UTC(2026, 2, 26), max: Date.UTC(2026, 3, 1) }),
    fc.integer({ min: Date.UTC(2026, 9, 22), max: Date.UTC(2026, 9, 28) }),
  )
  .map((milliseconds) => new Date(milliseconds));
