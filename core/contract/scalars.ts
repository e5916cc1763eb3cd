import { z } from 'zod';
import { canonicalLanguage, countryRefusal, subdivisionRefusal, timeZoneRefusal } from './codes.ts';
import { faultSentences as said } from './sentences.ts';
import { lengthRefusal, multiLineRefusal, oneLineRefusal, termRefusal } from './texts.ts';

type Refusal = (text: string) => string | undefined;

/** A string that `refusal` finds nothing wrong with; kept exactly as sent. */
function refined(refusal: Refusal, meta: z.GlobalMeta) {
  return z
    .string()
    .superRefine((text, context) => {
      const message = refusal(text);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    })
    .meta(meta);
}

/** One line of text of `min` to `max` code points. */
export function oneLine(min: number, max: number) {
  return refined((text) => oneLineRefusal(text, { min, max }), { minLength: min, maxLength: max });
}

/** Plain text with line breaks, of `min` to `max` code points. */
export function multiLine(min: number, max: number) {
  return refined((text) => multiLineRefusal(text, { min, max }), { minLength: min, maxLength: max });
}

/** A watched term: evidence, so nearly anything goes. */
export function termText(min: number, max: number) {
  return refined((text) => termRefusal(text, { min, max }), { minLength: min, maxLength: max });
}

export const uuid = z.guid().toLowerCase().meta({ description: 'A UUID; ours are version 7 (RFC 9562).' });

/** One of several ids that are answered each on its own: one that nobody can have as one that nobody has. */
export const listedId = z.string().toLowerCase().meta({ description: 'A UUID; anything else is not found.' });

export function isId(text: string): boolean {
  return uuid.safeParse(text).success;
}

/** Ours, as answered: `YYYY-MM-DDThh:mm:ss.sssZ`. */
export const instant = z.iso.datetime({ precision: 3 });

const dateTime = z.regexes.datetime({ offset: true });
const second = 1_000;
const day = 86_400 * second;

/** RFC 3339 with any offset, in either case, leap seconds too; kept as our canonical form, finer digits cut. */
export const sentInstant = refined(
  (text) => {
    const milliseconds = millisecondsOf(text);
    if (milliseconds === undefined) return said.noTime;
    return isKept(milliseconds) ? undefined : said.noSuchTime;
  },
  { format: 'date-time', example: '2026-05-09T18:30:00Z' },
).overwrite((text) => {
  const milliseconds = millisecondsOf(text);
  return milliseconds !== undefined && isKept(milliseconds) ? new Date(milliseconds).toISOString() : text;
});

/** undefined: it is not written as one; NaN: there is none. */
function millisecondsOf(sent: string): number | undefined {
  const text = sent.toUpperCase();
  const withoutLeap = text.replace(/(?<=T\d\d:\d\d):60/, ':59');
  if (!dateTime.test(withoutLeap)) return undefined;
  const milliseconds = Date.parse(withoutLeap);
  if (withoutLeap === text) return milliseconds;
  // A leap second ends a day of UTC; whoever does not know them counts it as the first of the next.
  const next = milliseconds + second;
  return next % day < second ? next : Number.NaN;
}

/** Whether a time exists and, in UTC, lies within the years that are written in four digits. */
function isKept(milliseconds: number): boolean {
  return milliseconds >= -62_135_596_800_000 && milliseconds <= 253_402_300_799_999;
}

/** A moment of this century by a clock on a wall, to the minute: `YYYY-MM-DDThh:mm`. */
export const localMoment = refined(
  (text) =>
    /^20\d\d-\d\d-\d\dT\d\d:\d\d$/.test(text) && z.iso.datetime({ local: true }).safeParse(text).success
      ? undefined
      : said.noLocalTime,
  { example: '2026-05-09T03:00' },
);

/** ISO 3166-1 alpha-2, upper case. */
export const country = refined(countryRefusal, { minLength: 2, maxLength: 2, example: 'DE' });

/** ISO 3166-2. */
export const subdivision = refined(subdivisionRefusal, { example: 'DE-BE' });

/** BCP 47, any case accepted, kept canonical. */
export const language = refined(
  (tag) => {
    const answer = canonicalLanguage(tag);
    return 'refusal' in answer ? answer.refusal : undefined;
  },
  { example: 'pt-BR' },
).overwrite((tag) => {
  const answer = canonicalLanguage(tag);
  return 'tag' in answer ? answer.tag : tag;
});

/** IANA time zone. */
export const timeZone = refined(timeZoneRefusal, { example: 'Europe/Berlin' });

/** http or https without credentials, at most 2 048 characters; kept as sent. */
export const webAddress = refined(
  (text) => {
    const wrongLength = lengthRefusal(text, { min: 1, max: 2048 });
    if (wrongLength !== undefined) return wrongLength;
    if (/[\s\p{Cc}\p{Cs}]/u.test(text)) return said.addressSpaces;
    if (!URL.canParse(text)) return said.addressPart;
    const url = new URL(text);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return said.addressScheme;
    return url.username || url.password ? said.addressPassword : undefined;
  },
  { maxLength: 2048, format: 'uri' },
);

/** One addr-spec (RFC 5321), no display name, no list. */
export const emailAddress = z
  .email({
    pattern:
      /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/,
  })
  .max(254);

/** Position of a reader: opaque, fixed length, base64url. */
export const position = z.string().meta({ description: 'Opaque; compare for equality alone.' });

/** `after`: a position, the oldest held, or from here on. What is not a position is told apart later (400 `position-invalid`). */
export const after = z.string().meta({ description: 'A position, "start" or "now".' });

/** A list without repeats: what a set means, in the order first written. */
export function distinct<T extends z.ZodType<string>>(item: T, min: number, max: number) {
  return z
    .array(item)
    .min(min)
    .max(max)
    .overwrite((list) => [...new Set(list)]);
}
