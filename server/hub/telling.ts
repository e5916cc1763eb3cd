import { readingReasons } from '../../core/domain/audit.ts';
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
    const { sequence, position, type, warning, history } = this.event;
    const withdrawn = type === 'warning.withdrawn';
    const revision = withdrawn ? null : warning.revision;
    const readings = withdrawn ? [] : readingReasons(history, warning.revision, reader);
    // An issuer and the coordinator may share a view, and only one of them learns a withheld issuer.
    const name = [view.key, ...readings].join(' ');
    const known = this.#byView.get(name);
    if (known) return known;
    const sent = { sequence, warningId: warning.id, revision, readings };
    const text = JSON.stringify(tell(this.event, view, reader, this.#names));
    const message = encodeEvent(text, position, sent);
    this.#byView.set(name, message);
    return message;
  }
}
