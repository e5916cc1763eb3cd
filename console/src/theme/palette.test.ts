import { describe, expect, test } from '@jest/globals';
import { contrast, dark, light, tlpColours, type Palette } from './palette.ts';

const texts = ['ink', 'muted', 'link', 'error', 'good', 'extreme', 'severe', 'moderate', 'minor'] as const;
const grounds = ['paper', 'surface', 'raised'] as const;

describe.each<[string, Palette]>([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_, palette) => {
  test.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))(
    '%s reads on %s',
    (text, ground) => {
      expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(['ink', 'muted', 'extreme', 'severe', 'moderate', 'minor'] as const)(
    '%s reads on an unanswered row',
    (text) => {
      expect(contrast(palette[text], palette.attentionSurface)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each([
    ['onBrand', 'brand'],
    ['onSeverity', 'extreme'],
    ['onSeverity', 'severe'],
    ['onSeverity', 'moderate'],
    ['onSeverity', 'minor'],
    ['onDrill', 'drill'],
    ['error', 'errorSurface'],
    ['ink', 'errorSurface'],
    ['surface', 'attention'],
  ] as const)('%s reads on %s', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['edge', 'focus', 'drillEdge'] as const)('%s is seen on every ground', (line) => {
    for (const ground of grounds) expect(contrast(palette[line], palette[ground])).toBeGreaterThanOrEqual(3);
  });
});

test('every TLP label reads on black', () => {
  for (const colour of Object.values(tlpColours)) expect(contrast(colour, '#000000')).toBeGreaterThanOrEqual(4.5);
});
