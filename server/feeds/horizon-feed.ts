import { createHash } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { calendarReader, saidInCalendar, type Calendar, type CalendarReader } from '../../core/domain/calendar.ts';
import { mailLanguage } from '../../core/domain/languages.ts';
import { Refusal } from '../../core/domain/refusal.ts';
import { findCalendar } from '../../core/store/calendars.ts';
import { horizonAround } from '../../core/store/horizon.ts';
import { tokenDigest } from '../../core/store/token.ts';
import type { RequestContext, Services } from '../http/call.ts';
import { writeCalendar } from './icalendar.ts';

const tokenForm = /^[0-9a-f]{40}\.ics$/;

/**
 * What lies ahead, for calendars, which cannot sign in: the token in the address is the credential. Whose it is, and what they may
 * have, is looked at each time.
 */
export function horizonFeed(services: Services): Router {
  const router = Router();
  router.get('/feeds/horizon/:file', async (request, response) => {
    // What is logged and measured names the route, never the address.
    (response.locals as RequestContext).route = '/feeds/horizon/{token}';
    const found = await readerOf(services, request);
    send(request, response, await written(services, found));
  });
  return router;
}

interface Found extends CalendarReader {
  readonly calendar: Calendar;
}

/** @throws Refusal not-found, alike for what is unknown, ended, expired, or of nobody any more; rate-limited */
async function readerOf({ store, limiter, now, calendarsUsed }: Services, request: Request): Promise<Found> {
  const file = String(request.params['file']);
  const calendar = tokenForm.test(file) ? await findCalendar(store.sql, tokenDigest(file.slice(0, -4))) : undefined;
  const reader = calendar && calendarReader(calendar, store.directory(), now());
  if (!calendar || !reader) {
    await limiter.stranger(request.ip ?? 'unknown');
    throw new Refusal('not-found', 'There is no calendar at this address, or not any more.');
  }
  await limiter.feed(calendar.id);
  calendarsUsed.add(calendar.id);
  return { calendar, ...reader };
}

async function written({ store, address, now }: Services, { calendar, reader, language }: Found): Promise<string> {
  const warnings = await horizonAround(store.sql, reader, calendar.filter, now());
  const entries = warnings.flatMap(({ snapshot, history }) => {
    const said = saidInCalendar(history, reader);
    return said === null ? [] : [{ snapshot, said }];
  });
  return writeCalendar(entries, {
    language: mailLanguage(language),
    network: store.network.name,
    publicUrl: address.publicUrl,
  });
}

/** Asked for again and unchanged, it is not sent again, whatever the request's Cache-Control says (RFC 9110, 13.1.2). */
function send(request: Request, response: Response, text: string): void {
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' });
  if (request.headers['if-none-match']?.includes(tag)) response.status(304).end();
  else response.set('Content-Type', 'text/calendar; charset=utf-8').send(text);
}
