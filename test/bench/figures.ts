import type { Ratio } from './statistics.ts';

export interface Target {
  /** What it says, e.g. "≤ 1.5 ×". */
  words: string;
  holds: boolean;
}

/** One line of the table. */
export interface Figure {
  name: string;
  value: number;
  unit: 'ms' | 's' | '/s' | 'bytes' | 'KB' | '';
  /** Of the same measurement. */
  p99?: number;
  /** What stood beside it in the same rounds, and how ours compares. */
  reference?: number;
  ratio?: Ratio;
  target?: Target;
  note?: string;
}

/** What one part measured. */
export interface Part {
  title: string;
  figures: Figure[];
  /** What one must know to read them. */
  notes: string[];
}
