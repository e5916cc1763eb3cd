import { afterEach, expect, test } from '@jest/globals';
import { connect } from './client.ts';
import { until } from '../../test/support/until.ts';
import { Peer } from '../test/peer.ts';

/** A page as far as its lifecycle goes: its window is an EventTarget. */
const page = new EventTarget();
const added = {
  document: {},
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
};

afterEach(() => {
  for (const name of Object.keys(added)) Reflect.deleteProperty(globalThis, name);
});

test('a page that is hidden hangs up, and resumes where it was when it is shown again', async () => {
  Object.assign(globalThis, added);
  const peer = await Peer.start();
  const client = connect({ url: peer.url, backoff: { base: 1, cap: 5 } });
  const heard: string[] = [];
  client.on({}, ({ id }) => heard.push(id));
  await until(() => client.state === 'live');
  peer.publish(1);
  await until(() => heard.length === 1 && peer.messages('received').length === 1);

  page.dispatchEvent(new Event('pagehide'));
  expect(client.state).toBe('offline');
  await until(() => peer.connected === 0);
  peer.publish(2);
  page.dispatchEvent(new Event('pageshow'));
  await until(() => heard.length === 3);
  expect(heard).toEqual(['e1', 'e2', 'e3']);
  expect(peer.messages('subscribe')).toEqual([{}, { after: 'p1' }]);

  await client.close();
  page.dispatchEvent(new Event('pageshow'));
  expect(client.state).toBe('closed');
  await until(() => peer.connected === 0);
  await peer.stop();
});

test('a page that is shown while its position is being read goes on from there, not from now', async () => {
  Object.assign(globalThis, added);
  const peer = await Peer.start();
  peer.publish(3);
  const client = connect({ url: peer.url });
  const heard: string[] = [];
  let answer: ((position: string) => void) | undefined;
  const load = () => new Promise<string>((resolve) => (answer = resolve));
  client.on({ positions: { load, save: () => undefined } }, ({ id }) => heard.push(id));
  await until(() => answer);
  page.dispatchEvent(new Event('pageshow'));
  expect(client.state).toBe('offline');
  answer?.('p1');
  await until(() => heard.length === 2);
  expect(heard).toEqual(['e2', 'e3']);
  expect(peer.messages('subscribe')).toEqual([{ after: 'p1' }]);
  await client.close();
  await peer.stop();
});
