/**
 * Waits until `condition` answers something truthy, and answers it.
 * @param condition asked every 20 ms; a throw counts as "not yet"
 * @throws Error naming what was waited for and the last reason, after `timeout` milliseconds
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  { timeout = 15_000, what = String(condition) }: { timeout?: number; what?: string } = {},
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const answer = await condition();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `Waited ${timeout} ms in vain for: ${what}. Last: ${last instanceof Error ? last.message : JSON.stringify(last)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
