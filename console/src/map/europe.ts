import { europe as drawn } from 'virtual:europe';

/** One country on the map. */
export interface Shape {
  /** ISO 3166-1 alpha-2; XK where there is none. */
  readonly code: string;
  readonly path: string;
  /** Where a mark stands. */
  readonly at: readonly [x: number, y: number];
  /** Too small to be seen or hit by its outline. */
  readonly small?: boolean;
}

/** The map as `build/europe.ts` draws it when the console is built. */
export interface Europe {
  readonly width: number;
  readonly height: number;
  /** What lies around, in one piece. */
  readonly land: string;
  readonly shapes: readonly Shape[];
}

export const europe = drawn as Europe;
