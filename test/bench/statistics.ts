/** The value below which `share` (0–1) of the values lie; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** How one thing compares with another that was measured beside it, round by round: the machine drifts, a round's ratio does not. */
export interface Ratio {
  median: number;
  least: number;
  most: number;
}

/** The ratios of values measured in the same rounds, in order. */
export function ratioOf(values: readonly number[], references: readonly number[]): Ratio {
  const ratios = values.map((value, round) => value / (references[round] ?? Number.NaN));
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}
