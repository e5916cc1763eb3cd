import { looks } from './camera.ts';
import type { Screen } from './screens.ts';

/** The pictures on one page, in Markdown: a page a row, each as wide as its look has it beside the others. */
export function indexPage(screens: readonly Screen[]): string {
  const head = [
    '# The console, page by page',
    '',
    'From the demo of `npm start`: every organisation, person and event is invented. `npm run screenshots` takes these pictures anew.',
  ];
  return `${[...head, ...screens.flatMap(rows)].join('\n')}\n`;
}

function rows({ name, title }: Screen): string[] {
  const pictures = looks.map(({ name: look, colorScheme, viewport: { width } }) => {
    const shown = width < 600 ? 120 : 360;
    return `<img src="${name}-${look}.webp" width="${shown}" alt="${title}, ${colorScheme}, ${width} px wide">`;
  });
  return ['', `## ${title}`, '', ...pictures];
}
