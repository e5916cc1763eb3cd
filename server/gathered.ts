interface Waiting<Value> {
  readonly name: string;
  readonly resolve: (value: Value | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Looks up one thing at a time for each that asks, yet many with one question: what is asked for while a question is under way
 * goes into the next.
 * @param ask for at most `most` at a time
 */
export function openGathered<Value>(
  ask: (names: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  most: number,
): (name: string) => Promise<Value | undefined> {
  const waiting: Waiting<Value>[] = [];
  let asking = false;

  async function go(): Promise<void> {
    asking = true;
    while (waiting.length > 0) {
      const now = waiting.splice(0, most);
      try {
        const found = await ask([...new Set(now.map(({ name }) => name))]);
        for (const { name, resolve } of now) resolve(found.get(name));
      } catch (error) {
        for (const { reject } of now) reject(error);
      }
    }
    asking = false;
  }

  return (name) =>
    new Promise((resolve, reject) => {
      waiting.push({ name, resolve, reject });
      if (!asking) void go();
    });
}
