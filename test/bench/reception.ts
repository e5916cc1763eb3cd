/** The most that a measurement waits for its last event, in milliseconds. */
const patience = 60_000;

/**
 * What subscribers hear during one measurement. Every one must get the same messages in the same order, byte for byte,
 * as the first to get each; the first's are parsed and answered, so that whole events are known to have arrived.
 */
export class Reception {
  readonly #events: number;
  readonly #messages: Buffer[] = [];
  readonly #heard: Uint32Array;
  readonly #times: number[] = [];
  #wrong: string | undefined;
  #lacking: number;
  #finish: () => void = () => undefined;
  readonly #finished = new Promise<void>((resolve) => (this.#finish = resolve));

  /** @param events how many each subscriber is to get */
  constructor(subscribers: number, events: number) {
    this.#events = events;
    this.#heard = new Uint32Array(subscribers);
    this.#lacking = subscribers;
  }

  take(subscriber: number, message: Buffer): void {
    const place = this.#heard[subscriber] ?? 0;
    this.#heard[subscriber] = place + 1;
    const first = this.#messages[place];
    // A copy: the message may be a slice of a buffer that is used again.
    if (!first) this.#messages[place] = Buffer.from(message);
    else if (!first.equals(message)) this.#wrong ??= `Subscriber ${subscriber} got another message ${place}.`;
    if (place + 1 > this.#events) this.#wrong ??= `Subscriber ${subscriber} got more than ${this.#events} events.`;
    if (place + 1 !== this.#events) return;
    this.#times.push(performance.now());
    this.#lacking -= 1;
    if (this.#lacking === 0) this.#finish();
  }

  /**
   * Waits until every subscriber has everything.
   * @returns when each had its last event (performance.now(), ascending), and the messages
   * @throws Error when somebody got something else, or nothing for a minute
   */
  async complete(): Promise<{ times: number[]; messages: string[] }> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const said = () => reject(new Error(`${this.#lacking} of ${this.#heard.length} subscribers lack events.`));
      timer = setTimeout(said, patience);
    });
    await Promise.race([this.#finished, late]).finally(() => clearTimeout(timer));
    if (this.#wrong !== undefined) throw new Error(this.#wrong);
    return { times: this.#times, messages: this.#messages.map(String) };
  }
}
