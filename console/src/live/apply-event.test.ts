import { describe, expect, test } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import type { Acknowledgement } from '../../../core/contract/acknowledgement.ts';
import type { Warning } from '../../../core/contract/warning.ts';
import type { Event } from '../network.ts';
import { applyEvent } from './apply-event.ts';
import { keys, type ListedWarning } from './queries.ts';

const own = 'own-organisation';
const acknowledgement = { state: 'pending', expected: true } as Acknowledgement;

function warning(id: string, minute: number, more: Partial<Warning> = {}): Warning {
  const at = `2026-11-24T10:${String(minute).padStart(2, '0')}:00.000Z`;
  return { id, headline: id, createdAt: at, updatedAt: at, ...more } as Warning;
}

function event(type: Event['type'], about: Warning | { id: string }, data: object = {}): Event {
  return { type, warning: about, data } as unknown as Event;
}

function boards(data: Warning[], { filter = '', next = null as string | null } = {}) {
  const queries = new QueryClient();
  const key = [...keys.lists, filter];
  queries.setQueryData(key, { pages: [{ data, next, position: 'p' }], pageParams: [undefined] });
  const shown = (): ListedWarning[] =>
    queries.getQueryData<{ pages: { data: ListedWarning[] }[] }>(key)!.pages.flatMap((page) => page.data);
  return { queries, shown, ids: () => shown().map(({ id }) => id) };
}

describe('an arrival', () => {
  test('stands where its createdAt puts it, once', () => {
    const { queries, ids } = boards([warning('c', 30), warning('a', 10)]);
    applyEvent(queries, event('warning.raised', warning('b', 20)), own);
    applyEvent(queries, event('warning.raised', warning('b', 20)), own);
    applyEvent(queries, event('warning.raised', warning('d', 40)), own);
    expect(ids()).toEqual(['d', 'c', 'b', 'a']);
  });

  test('waits for the network to say whether it passes a filter', () => {
    const { queries, ids } = boards([warning('a', 10)], { filter: 'country=DE' });
    applyEvent(queries, event('warning.raised', warning('b', 20)), own);
    expect(ids()).toEqual(['a']);
  });

  test('that belongs on a later page is not put at the end of this one', () => {
    const { queries, ids } = boards([warning('b', 20)], { next: 'cursor' });
    applyEvent(queries, event('warning.revised', warning('a', 10)), own);
    expect(ids()).toEqual(['b']);
  });
});

describe('what is shown already', () => {
  test('is revised, and keeps the own answer that no event carries', () => {
    const { queries, shown } = boards([warning('a', 10, { acknowledgement })]);
    const revised = warning('a', 10, { headline: 'new', updatedAt: '2026-11-24T10:15:00.000Z' });
    applyEvent(queries, event('warning.revised', revised), own);
    expect(shown()).toEqual([{ ...revised, acknowledgement }]);
  });

  test('is not set back by an event that comes late', () => {
    const { queries, shown } = boards([warning('a', 10, { updatedAt: '2026-11-24T10:15:00.000Z' })]);
    applyEvent(queries, event('warning.raised', warning('a', 10, { headline: 'old' })), own);
    expect(shown()[0]).toMatchObject({ headline: 'a' });
  });

  test('shows the own answer at once, and nobody else’s', () => {
    const { queries, shown } = boards([warning('a', 10, { acknowledgement })]);
    const answer = (organisation: string) => ({
      acknowledgement: { state: 'working', organisation: { id: organisation } },
    });
    applyEvent(queries, event('acknowledgement.changed', warning('a', 10), answer('another')), own);
    expect(shown()[0]).toMatchObject({ acknowledgement: { state: 'pending' } });
    applyEvent(queries, event('acknowledgement.changed', warning('a', 10), answer(own)), own);
    expect(shown()[0]).toMatchObject({ acknowledgement: { state: 'working' } });
  });

  test('keeps nothing of what it said once the reader gets its marking alone', () => {
    const { queries, shown } = boards([warning('a', 10, { acknowledgement, description: 'text' })]);
    const { headline: _, ...marked } = warning('a', 10, { tlp: 'TLP:RED', updatedAt: '2026-11-24T10:15:00.000Z' });
    applyEvent(queries, event('warning.revised', marked), own);
    expect(shown()).toEqual([marked]);
  });

  test('goes when it is withdrawn', () => {
    const { queries, ids } = boards([warning('b', 20), warning('a', 10)]);
    applyEvent(queries, event('warning.withdrawn', { id: 'b' }), own);
    expect(ids()).toEqual(['a']);
  });
});
