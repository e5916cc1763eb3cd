/** Our colours, light and dark. palette.test.ts holds each pair to WCAG 2.2 AA. */
export interface Palette {
  /** The page, what lies on it, and what is a little set off from that. */
  paper: string;
  surface: string;
  raised: string;
  ink: string;
  muted: string;
  /** Lines that only decorate, and lines that bound a control. */
  line: string;
  edge: string;
  brand: string;
  onBrand: string;
  link: string;
  focus: string;
  error: string;
  errorSurface: string;
  good: string;
  attention: string;
  attentionSurface: string;
  drill: string;
  /** The line around what belongs to a drill. */
  drillEdge: string;
  onDrill: string;
  extreme: string;
  severe: string;
  moderate: string;
  minor: string;
  onSeverity: string;
}

export const light: Palette = {
  paper: '#f6f5f1',
  surface: '#ffffff',
  raised: '#efede7',
  ink: '#1b2127',
  muted: '#525c66',
  line: '#dcd9d1',
  edge: '#7b828a',
  brand: '#14526b',
  onBrand: '#ffffff',
  link: '#14526b',
  focus: '#0a63c9',
  error: '#a5182a',
  errorSurface: '#fdf0ef',
  good: '#1f6b3d',
  attention: '#1b2127',
  attentionSurface: '#fff8e6',
  drill: '#5b2a86',
  drillEdge: '#5b2a86',
  onDrill: '#ffffff',
  extreme: '#8e1230',
  severe: '#ad3c08',
  moderate: '#805a00',
  minor: '#3f5f7a',
  onSeverity: '#ffffff',
};

export const dark: Palette = {
  paper: '#12161a',
  surface: '#1a2026',
  raised: '#242b32',
  ink: '#e9e7e2',
  muted: '#a9b2bb',
  line: '#333c45',
  edge: '#7f8993',
  brand: '#8bcbe0',
  onBrand: '#0d2029',
  link: '#8bcbe0',
  focus: '#9cc9ff',
  error: '#ff9d9d',
  errorSurface: '#33191c',
  good: '#8fd6a8',
  attention: '#f4efe2',
  attentionSurface: '#2a2517',
  drill: '#5b2a86',
  drillEdge: '#b08ad6',
  onDrill: '#ffffff',
  extreme: '#ff9bb0',
  severe: '#ffae78',
  moderate: '#efcb62',
  minor: '#a3c6e4',
  onSeverity: '#12161a',
};

/** The Traffic Light Protocol's own colours (FIRST, TLP 2.0), on black. */
export const tlpColours = {
  'TLP:RED': '#ff2b2b',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:AMBER': '#ffc000',
  'TLP:GREEN': '#33ff00',
  'TLP:CLEAR': '#ffffff',
} as const;

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
