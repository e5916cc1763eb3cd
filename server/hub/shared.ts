/** Milliseconds that an answer is shared. */
const shared = 2_000;

/** Asks once for all who want to know the same at the same moment. A failure is not kept. */
export class Shared<T> {
  readonly #answers = new Map<string, Promise<T>>();

  get(name: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(name);
    if (known) return known;
    const answer = ask();
    this.#answers.set(name, answer);
    const forget = (): void => void this.#answers.delete(name);
    answer.then(() => setTimeout(forget, shared).unref(), forget);
    return answer;
  }
}
