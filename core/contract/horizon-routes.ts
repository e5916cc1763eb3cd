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
    description:
      'Marches, verdicts, elections and matches, by onset. Unlike GET /warnings it tells nothing of when a warning was raised, and leaves out what was written at length. What became of it stands with each: your own team’s answer, and for the issuer and the coordinator how many teams stand where.',
    ...read,
    query: horizonQuery,
    answers: { 200: page(listedOnHorizon) },
  },
  listCalendars: {
    method: 'GET',
    path: '/me/calendars',
    summary: 'The addresses that your calendars subscribe to',
    description:
      'Yours alone, the oldest first, expired ones too; the addresses themselves are kept nowhere, so none is answered here.',
    ...own,
    answers: { 200: z.object({ data: z.array(calendar) }) },
  },
  addCalendar: {
    method: 'POST',
    path: '/me/calendars',
    summary: 'Make an address for a calendar (iCalendar, RFC 5545); it is shown this once',
    description:
      'Whoever has the address reads along without signing in, as far as a calendar may say it: nothing that is marked TLP:RED, of TLP:AMBER no headline, and never who raised it. It works for 400 days, and ends at once when it is ended or replaced, when its member leaves, or when the organisation is suspended.',
    ...handOut,
    body: calendarRequest,
    creates: true,
    answers: { 201: issuedCalendar },
  },
  replaceCalendar: {
    method: 'POST',
    path: '/me/calendars/{id}/replacement',
    summary: 'End a calendar’s address and make another with the same filter',
    description: 'For an address that went astray: the old one stops at once, the new one works for 400 days from now.',
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
