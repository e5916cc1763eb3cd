import { mayComeFrom, type Key } from '../../core/domain/key.ts';
import type { LogEntry } from '../../core/domain/log.ts';
import type { Caller } from '../../core/domain/organisation.ts';
import { keysOfDigests } from '../../core/store/keys.ts';
import type { Store } from '../../core/store/store.ts';
import { tokenDigest } from '../../core/store/token.ts';
import { openGathered } from '../gathered.ts';

export interface KnownKey {
  readonly key: Key;
  readonly mayComeFrom: (address: string) => boolean;
  /** As of `directory`; built anew when that has changed. */
  caller: Caller | undefined;
  directory: unknown;
}

const most = { known: 20_000, unknown: 5_000 };
/** Keys that one question asks the database for. */
const together = 200;

/** The keys of this node: each looked up once, those of a rush together, and kept until the log says that it changed. */
export class KnownKeys {
  readonly #find: (digest: string) => Promise<Key | undefined>;
  /** By their tokens' digests, the oldest first. */
  readonly #known = new Map<string, KnownKey>();
  readonly #digests = new Map<string, string>();
  /** Digests of what is nobody's token. */
  readonly #unknown = new Set<string>();
  /** Moves when keys change: what was asked of the database before may be what it was before. */
  #changes = 0;

  constructor({ sql }: Pick<Store, 'sql'>) {
    this.#find = openGathered((digests) => keysOfDigests(sql, digests), together);
  }

  /** The key of a token, also when it was revoked or has expired; undefined: it is nobody's. */
  async of(token: string): Promise<KnownKey | undefined> {
    const digest = tokenDigest(token).toString('base64');
    const known = this.#known.get(digest);
    if (known || this.#unknown.has(digest)) return known;
    const before = this.#changes;
    const key = await this.#find(digest);
    const fresh = key && { key, mayComeFrom: mayComeFrom(key), caller: undefined, directory: undefined };
    if (before === this.#changes) this.#keep(digest, fresh);
    return fresh;
  }

  learn(entries: readonly LogEntry[]): void {
    for (const { type, data } of entries) {
      if (!type.startsWith('key.')) continue;
      this.#changes += 1;
      this.#unknown.clear();
      this.#forget(String(data['key']));
    }
  }

  #keep(digest: string, fresh: KnownKey | undefined): void {
    if (!fresh) {
      this.#unknown.add(digest);
      const [oldest = ''] = this.#unknown;
      if (this.#unknown.size > most.unknown) this.#unknown.delete(oldest);
      return;
    }
    this.#known.set(digest, fresh);
    this.#digests.set(fresh.key.id, digest);
    const [oldest = fresh] = this.#known.values();
    if (this.#known.size > most.known) this.#forget(oldest.key.id);
  }

  #forget(id: string): void {
    const digest = this.#digests.get(id);
    this.#digests.delete(id);
    if (digest !== undefined) this.#known.delete(digest);
  }
}
