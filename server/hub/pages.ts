import type { Filter } from '../../core/contract/filter.ts';
import type { LogEntry } from '../../core/domain/log.ts';
import type { Reader } from '../../core/domain/organisation.ts';
import { isHeard } from '../../core/domain/telling.ts';
import { readLog } from '../../core/store/log-reader.ts';
import type { Store } from '../../core/store/store.ts';
import { toldEvents } from '../../core/store/told.ts';
import { parcelOf, type Message, type Parcel } from './message.ts';
import { Telling } from './telling.ts';

/** Sequences that a page holds: pages begin at its multiples, so that all who replay share them. */
const pageSize = 128;
/** Bytes of frames that go out in one parcel. */
const parcelBytes = 128 * 1024;
/** Bytes of parcels that a page keeps for the next who asks for the same. */
const keptBytes = 32 * 1024 * 1024;
/** Milliseconds that a page is kept after its last use. */
const keptTime = 5_000;
const keptPages = 64;

/** Who replays: room keys name readers and filters that are sent the same. */
export interface Audience {
  readonly key: string;
  readonly reader: Reader;
  readonly filters: readonly Filter[];
}

/** What an audience is sent of a page, up to and with the sequence `to`; null: nothing. */
export interface Stretch {
  readonly to: number;
  readonly parcel: Parcel | null;
}

/** Pages read between two changes of what may be sent: they grow stale together, also those that only a slow reader still holds. */
interface Edition {
  stale: boolean;
}

/** A part of the log, read once for all that replay it, told once a view, and joined once an audience. */
export class Page {
  readonly from: number;
  /** The last sequence that was read. */
  to: number;
  /** Entries that change what organisations follow. */
  readonly changes: LogEntry[] = [];
  usedAt = 0;
  readonly #edition: Edition;
  readonly #tellings: Telling[] = [];
  readonly #stretches = new Map<string, Stretch>();
  #bytes = 0;

  constructor(from: number, edition: Edition) {
    this.from = from;
    this.to = from;
    this.#edition = edition;
  }

  /** Something that it holds may not be sent any more. */
  get stale(): boolean {
    return this.#edition.stale;
  }

  get bound(): number {
    return this.from + pageSize;
  }

  add(tellings: readonly Telling[], changes: readonly LogEntry[], to: number): void {
    this.#tellings.push(...tellings);
    this.changes.push(...changes);
    this.to = to;
  }

  /** The next of what an audience is sent after a sequence, at most up to another. */
  stretch(audience: Audience, after: number, upTo: number): Stretch {
    const name = `${audience.key} ${after} ${upTo}`;
    const known = this.#stretches.get(name);
    if (known) return known;
    const stretch = this.#collect(audience, after, upTo);
    const bytes = stretch.parcel?.frames.length ?? 0;
    if (this.#bytes + bytes <= keptBytes) {
      this.#bytes += bytes;
      this.#stretches.set(name, stretch);
    }
    return stretch;
  }

  #collect({ reader, filters }: Audience, after: number, upTo: number): Stretch {
    const messages: Message[] = [];
    let bytes = 0;
    let to = upTo;
    for (const telling of this.#tellings) {
      const { sequence } = telling.event;
      if (sequence <= after || sequence > upTo) continue;
      const message = telling.to(reader);
      if (!message || !isHeard(telling.event, reader, filters)) continue;
      bytes += message.frame.length;
      if (messages.length > 0 && bytes > parcelBytes) {
        to = sequence - 1;
        break;
      }
      messages.push(message);
    }
    return { to, parcel: messages.length > 0 ? parcelOf(messages) : null };
  }
}

/** The pages of the log that are being replayed. */
export class Pages {
  readonly #store: Store;
  readonly #learn: (entries: readonly LogEntry[]) => void;
  #edition: Edition = { stale: false };
  #pages = new Map<number, Page>();
  #reading = new Map<number, Promise<Page>>();

  /** @param learn told of the entries that were read */
  constructor(store: Store, learn: (entries: readonly LogEntry[]) => void) {
    this.#store = store;
    this.#learn = learn;
  }

  /** The page that holds what follows a sequence; it ends behind it. @param head the last sequence to read */
  after(sequence: number, head: number): Promise<Page> | Page {
    const from = sequence - (sequence % pageSize);
    const page = this.#pages.get(from) ?? this.#open(from);
    page.usedAt = Date.now();
    if (page.to > sequence) return page;
    return this.#reading.get(from) ?? this.#read(page, Math.min(head, page.bound));
  }

  /** Forgets everything: a marking was changed, or a text was blanked. */
  clear(): void {
    this.#edition.stale = true;
    this.#edition = { stale: false };
    this.#pages = new Map();
    this.#reading = new Map();
  }

  /** Forgets what nobody has used for a while. */
  sweep(now: number): void {
    for (const [from, page] of this.#pages) if (now - page.usedAt > keptTime) this.#pages.delete(from);
  }

  #open(from: number): Page {
    const page = new Page(from, this.#edition);
    this.#pages.set(from, page);
    if (this.#pages.size > keptPages) {
      const [longest] = [...this.#pages.values()].toSorted((one, other) => one.usedAt - other.usedAt);
      if (longest && longest !== page) this.#pages.delete(longest.from);
    }
    return page;
  }

  #read(page: Page, to: number): Promise<Page> {
    const reading = this.#extend(page, to);
    const { from } = page;
    this.#reading.set(from, reading);
    const forget = (): void => {
      if (this.#reading.get(from) === reading) this.#reading.delete(from);
    };
    reading.then(forget, forget);
    return reading;
  }

  async #extend(page: Page, to: number): Promise<Page> {
    const { sql, positions } = this.#store;
    const read = await readLog(sql, positions, page.to, to - page.to);
    const entries = read.filter(({ sequence }) => sequence <= to);
    this.#learn(entries);
    const names = this.#store.directory();
    const tellings = (await toldEvents(this.#store, entries)).map((event) => new Telling(event, names));
    page.add(
      tellings,
      entries.filter(({ type }) => /^(subscription|team)\./.test(type)),
      to,
    );
    return page;
  }
}
