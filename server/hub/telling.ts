import type { ToldEvent } from '../../core/domain/log.ts';
import type { Reader } from '../../core/domain/organisation.ts';
import type { Names } from '../../core/domain/presentation.ts';
import { tell, viewFor } from '../../core/domain/telling.ts';
import { encodeEvent, type EventMessage } from './message.ts';

/** One event on its way to whoever may have it: decided once a reader, told and encoded once a view. */
export class Telling {
  readonly event: ToldEvent;
  readonly #names: Names;
  readonly #byReader = new Map<Reader, EventMessage | null>();
  readonly #byView = new Map<string, EventMessage>();

  constructor(event: ToldEvent, names: Names) {
    this.event = event;
    this.#names = names;
  }

  /** What this reader is told; null: nothing. @param reader equal readers are the same object */
  to(reader: Reader): EventMessage | null {
    const known = this.#byReader.get(reader);
    if (known !== undefined) return known;
    const message = this.#decide(reader);
    this.#byReader.set(reader, message);
    return message;
  }

  #decide(reader: Reader): EventMessage | null {
    const view = viewFor(this.event, reader);
    if (!view) return null;
    const known = this.#byView.get(view.key);
    if (known) return known;
    const { sequence, position, type, warning } = this.event;
    const revision = type === 'warning.withdrawn' ? null : warning.revision;
    const sent = { sequence, warningId: warning.id, revision };
    const text = JSON.stringify(tell(this.event, view, reader, this.#names));
    const message = encodeEvent(text, position, sent);
    this.#byView.set(view.key, message);
    return message;
  }
}
