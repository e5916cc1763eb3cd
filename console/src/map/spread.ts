/** A place on the map, in its own units. */
export type Place = readonly [x: number, y: number];

/** Rounds after which what is still too near stays so; there are no more marks than countries. */
const rounds = 400;

/**
 * Moves places apart that are nearer to each other than marks are wide, each pair by equal halves, and keeps them within the
 * frame. What has room around it stays where it is.
 */
export function spread(places: readonly Place[], apart: number, [width, height]: Place): Place[] {
  const spreading = places.map(([x, y]) => ({ x, y }));
  const within = (at: number, end: number): number => Math.min(Math.max(at, apart / 2), end - apart / 2);
  for (let round = 0; round < rounds; round++) {
    let settled = true;
    for (const [index, one] of spreading.entries()) {
      for (const other of spreading.slice(index + 1)) {
        const distance = Math.hypot(other.x - one.x, other.y - one.y);
        if (distance >= apart) continue;
        settled = false;
        // Two at one place part sideways.
        const [towardsX, towardsY] =
          distance === 0 ? [1, 0] : [(other.x - one.x) / distance, (other.y - one.y) / distance];
        const step = (apart - distance) / 2 + 0.01;
        one.x = within(one.x - towardsX * step, width);
        one.y = within(one.y - towardsY * step, height);
        other.x = within(other.x + towardsX * step, width);
        other.y = within(other.y + towardsY * step, height);
      }
    }
    if (settled) break;
  }
  return spreading.map(({ x, y }) => [x, y]);
}
