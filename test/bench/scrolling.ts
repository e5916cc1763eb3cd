import type { Page } from 'playwright-core';

/** How smoothly a page went by. */
export interface Scrolled {
  /** Milliseconds between frames. */
  frames: number[];
  /** Elements of the page, at most. */
  elements: number;
}

/** Pixels a frame: a fast wheel, some seven rows of the board a second times sixty. */
const stride = 120;

/**
 * Scrolls from the top through a page: frame by frame in three stretches, at its beginning, in its middle and up to its end,
 * so that what was never on the screen comes into view all the time.
 * @param frames in each stretch
 */
export function scrollThrough(page: Page, frames: number): Promise<Scrolled> {
  return page.evaluate(
    async ({ frames: count, stride: step }) => {
      const next = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const gaps: number[] = [];
      let elements = 0;
      for (const share of [0, 0.5, 1]) {
        const height = document.documentElement.scrollHeight - innerHeight;
        window.scrollTo(0, Math.max(0, Math.min(height * share, height - count * step)));
        await next();
        let last = await next();
        for (let frame = 0; frame < count; frame += 1) {
          window.scrollBy(0, step);
          const now = await next();
          gaps.push(now - last);
          last = now;
        }
        elements = Math.max(elements, document.getElementsByTagName('*').length);
      }
      window.scrollTo(0, 0);
      return { frames: gaps, elements };
    },
    { frames, stride },
  );
}
