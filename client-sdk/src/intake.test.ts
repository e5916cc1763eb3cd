import { describe, expect, test } from '@jest/globals';
import { Intake } from './intake.ts';

const event = (number: number) => ({ id: `e${number}`, position: `p${number}` });

function intakeOf(count: number, most = 100): Intake {
  const intake = new Intake(most);
  intake.begin('p0');
  for (let number = 1; number <= count; number += 1) intake.take(event(number));
  return intake;
}

describe('what a consumer has taken in', () => {
  test('repeats are told by id, and by the position that was begun after', () => {
    const intake = intakeOf(2);
    expect([0, 1, 2, 3].map((number) => intake.isRepeat(event(number)))).toEqual([true, true, true, false]);
    expect(intake.isRepeat({ id: 'e2', position: 'of the restored log' })).toBe(true);
  });

  test('on the same socket it goes on after what it took in last', () => {
    const intake = intakeOf(3);
    expect(intake.resume('same')).toBe('p3');
    intake.mark('p9');
    expect(intake.resume('same')).toBe('p9');
  });

  test('on a new one after the last event that the network has the receipt of', () => {
    const intake = intakeOf(4);
    expect(intake.resume('new')).toBe('p0');
    intake.receipted('p2');
    intake.receipted('unheard of');
    expect(intake.resume('new')).toBe('p2');
    expect([3, 4].map((number) => intake.isRepeat(event(number)))).toEqual([true, true]);
    intake.receipted('p4');
    intake.mark('p9');
    expect(intake.resume('new')).toBe('p9');
    intake.take(event(10));
    expect(intake.resume('new')).toBe('p9');
  });

  test('a node that lags does not move it back', () => {
    const intake = intakeOf(2);
    intake.resume('new');
    expect(intake.mark('p1')).toBe(false);
    expect(intake.resume('same')).toBe('p2');
    intake.resume('new');
    expect(intake.isRepeat(event(2))).toBe(true);
    expect(intake.mark('p5')).toBe(true);
  });

  test('a network that never answers receipts is not asked for more than can be told as repeats', () => {
    const intake = intakeOf(50, 10);
    expect(intake.resume('new')).toBe('p40');
    for (let number = 41; number <= 50; number += 1) expect(intake.isRepeat(event(number))).toBe(true);
  });

  test('started over it waits for nothing from before', () => {
    const intake = intakeOf(2);
    intake.startOver('p7');
    expect(intake.resume('new')).toBe('p7');
  });
});
