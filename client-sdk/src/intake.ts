/** An event as far as it is told from others: one of a later version may come without an id. */
interface Told {
  position: string;
  id?: unknown;
}

/** What one consumer has taken in: tells repeats, and knows where to resume. Positions can be compared for equality alone. */
export class Intake {
  /** Events for which the network may lack the receipt; for older ones it is not asked again. */
  readonly #most: number;
  /** Ids of the events taken in last, and the position begun after. */
  readonly #recent = new Set<string>();
  /** Positions of events taken in whose receipt was not answered, in order. */
  #unreceipted: string[] = [];
  /** The position that these follow. */
  #receipted: string | undefined;
  #tail: string | undefined;
  /** The event that comes again before anything new does. */
  #awaited: string | undefined;

  constructor(most: number) {
    this.#most = most;
  }

  /** Has it taken in, or begun after, anything yet? */
  get begun(): boolean {
    return this.#tail !== undefined;
  }

  begin(position: string): void {
    this.#recent.add(position);
    this.#tail = position;
  }

  isRepeat(event: Told): boolean {
    const { position } = event;
    if (position === this.#awaited) this.#awaited = undefined;
    return this.#recent.has(nameOf(event)) || this.#recent.has(position);
  }

  take(event: Told): void {
    const { position } = event;
    this.#awaited = undefined;
    if (this.#unreceipted.length === 0) this.#receipted = this.#tail;
    this.#unreceipted.push(position);
    if (this.#unreceipted.length > this.#most) this.#receipted = this.#unreceipted.shift();
    this.#recent.add(nameOf(event));
    const [oldest] = this.#recent;
    // Twice as many as may come again.
    if (this.#recent.size > 2 * this.#most && oldest !== undefined) this.#recent.delete(oldest);
    this.#tail = position;
  }

  /** Moves past what holds nothing. False where events that were taken in should have come again first: a node that lags would move us back. */
  mark(position: string): boolean {
    const isBehind = this.#awaited !== undefined;
    this.#awaited = undefined;
    if (!isBehind) this.#tail = position;
    return !isBehind;
  }

  /** The network has the receipts up to here. */
  receipted(position: string): void {
    const index = this.#unreceipted.indexOf(position);
    if (index === -1) return;
    this.#receipted = position;
    this.#unreceipted = this.#unreceipted.slice(index + 1);
  }

  /**
   * Where to go on. A new socket takes receipts only for what it sent itself, so there it is after the last receipted event, and
   * what was taken in since comes again, to be told as a repeat.
   */
  resume(socket: 'new' | 'same'): string | undefined {
    if (socket === 'same' || this.#unreceipted.length === 0) return this.#tail;
    this.#awaited = this.#unreceipted.at(-1);
    return this.#receipted;
  }

  /** Another log from here on: what was taken in will not come again. */
  startOver(position: string): void {
    this.#unreceipted = [];
    this.#awaited = undefined;
    this.#tail = position;
  }
}

function nameOf({ id, position }: Told): string {
  return typeof id === 'string' ? id : position;
}
