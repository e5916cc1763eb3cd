/** Keeps the answers that were asked for last, so many at most. One that is promised and fails is asked for anew. */
export class Recent<Answer> {
  readonly #most: number;
  readonly #answers = new Map<string, Answer>();

  constructor(most: number) {
    this.#most = most;
  }

  /** What is known, or else is found now. */
  answer(question: string, find: () => Answer): Answer {
    const known = this.#answers.has(question);
    const answer = known ? (this.#answers.get(question) as Answer) : find();
    this.#answers.delete(question);
    this.#answers.set(question, answer);
    if (!known && answer instanceof Promise) answer.catch(() => this.#answers.delete(question));
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.#most && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }
}
