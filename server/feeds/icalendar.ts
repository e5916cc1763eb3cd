import {
  ICalCalendar,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator';
import type { MailLanguage } from '../../core/contract/mail-subscriber.ts';
import type { Disclosed } from '../../core/domain/disclosure.ts';
import type { WarningSnapshot } from '../../core/domain/warning.ts';
import { feedWords, type FeedWords } from './words.ts';

/** A warning, and how much of it a calendar may say. */
export interface CalendarEntry {
  readonly snapshot: WarningSnapshot;
  readonly said: Exclude<Disclosed, 'waiting'>;
}

interface CalendarPlace {
  readonly language: MailLanguage;
  readonly network: string;
  readonly publicUrl: string;
}

/** Seconds after which calendars are asked to read again. */
const refreshEvery = 3_600;
const mostCountries = 3;

/** An iCalendar object (RFC 5545, RFC 7986): the same entries make the same text, so that an unchanged one is known by its digest. */
export function writeCalendar(entries: readonly CalendarEntry[], place: CalendarPlace): string {
  const words = feedWords(place.language);
  const calendar = new ICalCalendar({
    name: `${place.network}: ${words.horizon}`,
    prodId: { company: 'Tocsin', product: 'Horizon', language: place.language.toUpperCase() },
    ttl: refreshEvery,
  });
  for (const { snapshot, said } of entries.toSorted(byOnset)) {
    calendar.createEvent(eventOf(snapshot, said, words, `${place.publicUrl}/warnings/${snapshot.id}`));
  }
  return calendar.toString();
}

function byOnset({ snapshot: one }: CalendarEntry, { snapshot: other }: CalendarEntry): number {
  return `${one.content.onset} ${one.id}` < `${other.content.onset} ${other.id}` ? -1 : 1;
}

function eventOf(
  { id, revision, state, status, content, createdAt, updatedAt, cancellation }: WarningSnapshot,
  said: CalendarEntry['said'],
  words: FeedWords,
  url: string,
): ICalEventData {
  // A headline is what may be read on a locked screen, so it never stands in what calendars notify with.
  const summary = [
    ...(cancellation ? [words.cancelled] : []),
    content.tlp,
    ...(status === 'actual' ? [] : [words.drill]),
    words.trigger(content.trigger),
    words.places(content.countries, mostCountries),
    words.severity(content.severity),
  ];
  const lines = said === 'words' && content.headline !== '' ? [content.headline, '', url] : [url];
  return {
    id,
    sequence: revision,
    start: new Date(content.onset),
    end: new Date(content.expires),
    stamp: new Date(updatedAt),
    created: new Date(createdAt),
    lastModified: new Date(updatedAt),
    summary: summary.join(' · '),
    description: lines.join('\n'),
    url,
    status: state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}
