import { describe, expect, test } from '@jest/globals';
import { encode, encodeEvent, parcelOf } from './message.ts';
import { StreamOutlet, type FollowSink } from './stream-outlet.ts';

function aSink(event: FollowSink['event'] = () => undefined): { sink: FollowSink; heard: string[] } {
  const heard: string[] = [];
  return {
    heard,
    sink: {
      event: (text, position) => {
        heard.push(`event ${text} ${position}`);
        return event(text, position);
      },
      caughtUp: (position) => void heard.push(`caught-up ${position}`),
      position: (position) => void heard.push(`position ${position}`),
      goodbye: (reason) => void heard.push(`goodbye ${reason}`),
    },
  };
}

const anEvent = (name: string) =>
  encodeEvent(`"${name}"`, name, { sequence: 1, warningId: name, revision: 1, readings: [] });

describe('a stream', () => {
  test('is told in order, and nothing after goodbye', () => {
    const { sink, heard } = aSink();
    const outlet = new StreamOutlet(sink, { eventsSent: 0 }, () => undefined);
    outlet.send(parcelOf([anEvent('a'), anEvent('b')]));
    outlet.caughtUp('subscription', 'b');
    outlet.send(parcelOf([encode('position', '{}', 'c')]));
    outlet.end('revoked');
    outlet.send(parcelOf([anEvent('d')]));
    outlet.caughtUp('subscription', 'd');
    expect(heard).toEqual(['event "a" a', 'event "b" b', 'caught-up b', 'position c', 'goodbye revoked']);
  });

  test('is drained when its last event is', async () => {
    const written: (() => void)[] = [];
    const { sink } = aSink(() => new Promise<void>((resolve) => written.push(resolve)));
    const outlet = new StreamOutlet(sink, { eventsSent: 0 }, () => undefined);
    expect(outlet.drained()).toBeUndefined();
    expect(outlet.holds('a')).toBe(false);
    outlet.send(parcelOf([anEvent('a'), anEvent('b')]));
    expect(['a', 'b', 'c'].map((name) => outlet.holds(name))).toEqual([true, true, false]);
    let drained = false;
    void outlet.drained()?.then(() => (drained = true));
    written[0]?.();
    await Promise.resolve();
    expect(drained).toBe(false);
    written[1]?.();
    await outlet.drained();
    expect(outlet.drained()).toBeUndefined();
    expect(outlet.holds('a')).toBe(false);
  });
});
