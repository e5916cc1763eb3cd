import { expect, test } from '@jest/globals';
import { quietWeek } from './quiet-week.ts';

test('hours that end on the next day stand on both days, over the end of the week too', () => {
  const week = quietWeek([
    { days: ['sun'], from: '22:00', to: '07:30' },
    { days: ['wed'], from: '12:00', to: '13:00' },
    { days: ['fri'], from: '18:00', to: '00:00' },
    { days: ['sat'], from: '00:00', to: '00:00' },
  ]);
  expect(week).toEqual([
    [{ from: 0, to: 450 }],
    [],
    [{ from: 720, to: 780 }],
    [],
    [{ from: 1_080, to: 1_440 }],
    [{ from: 0, to: 1_440 }],
    [{ from: 1_320, to: 1_440 }],
  ]);
});
