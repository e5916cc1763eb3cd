import { z } from 'zod';
import { calendar, calendarRequest, issuedCalendar } from './calendar.ts';
import { horizonQuery, listedOnHorizon } from './horizon.ts';
import { own, page, read, type Operation } from './operation.ts';

/** Whoever has the address reads, without signing in. */
const handOut = { ...own, strong: 'recent' } as const;

/** Calls about what lies ahead, and the calendars that subscribe to it. */
export const horizonOperations = {
  listHorizon: {
    method: 'GET',
    path: '/horizon',
    summary: 'The warnings you may see by when they begin, the earliest first',
    ...read,
    query: horizonQuery,
    answers: { 200: page(listedOnHorizon) },
  },
  listCalendars: {
    method: 'GET',
    path: '/me/calendars',
    summary: 'The addresses that your calendars subscribe to',
    ...own,
    answers: { 200: z.object({ data: z.array(calendar) }) },
  },
  addCalendar: {
    method: 'POST',
    path: '/me/calendars',
    summary: 'Make an address for a calendar (iCalendar, RFC 5545); it is shown this once',
    ...handOut,
    body: calendarRequest,
    creates: true,
    answers: { 201: issuedCalendar },
  },
  replaceCalendar: {
    method: 'POST',
    path: '/me/calendars/{id}/replacement',
    summary: 'End a calendar’s address and make another with the same filter',
    ...handOut,
    answers: { 201: issuedCalendar },
  },
  endCalendar: {
    method: 'DELETE',
    path: '/me/calendars/{id}',
    summary: 'End a calendar’s address',
    ...own,
    answers: { 204: null },
  },
} as const satisfies Record<string, Operation>;
