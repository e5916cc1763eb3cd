import { Button, createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { dark, light, type Palette } from './palette.ts';

const brand: MantineColorsTuple = [
  '#eaf4f8',
  '#d3e7ef',
  dark.brand,
  '#7cb8cf',
  '#559fbb',
  '#35859f',
  '#1f6a86',
  light.brand,
  '#0f4257',
  '#0a3041',
];

/** Mantine with our palette; sizes that a thumb can hit and that no phone zooms into. */
export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 2 },
  autoContrast: true,
  colors: { brand },
  white: light.surface,
  black: light.ink,
  defaultRadius: 6,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  respectReducedMotion: true,
  components: {
    ...Object.fromEntries(
      ['TextInput', 'PasswordInput', 'Textarea', 'NativeSelect', 'Checkbox', 'Radio'].map((name) => [
        name,
        { defaultProps: { size: 'md' } },
      ]),
    ),
    // Enter takes what matches first of what was typed.
    MultiSelect: { defaultProps: { size: 'md', selectFirstOptionOnChange: true } },
    // Mantine takes white on the filled ground of either scheme.
    Button: Button.extend({
      defaultProps: { size: 'md' },
      vars: (_theme, { variant = 'filled' }) => ({
        root: variant === 'filled' ? { '--button-color': 'var(--on-brand)' } : {},
      }),
    }),
  },
});

/** The palette as custom properties, and Mantine's own ones bent to it. */
export const variablesOf: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...properties(light), '--mantine-color-gray-4': light.edge },
  dark: {
    ...properties(dark),
    '--mantine-color-dark-4': dark.edge,
    '--mantine-color-dark-5': dark.raised,
    '--mantine-color-dark-6': dark.surface,
  },
});

function properties(palette: Palette): Record<string, string> {
  const own = Object.entries(palette).map(([name, colour]) => [
    `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`,
    colour,
  ]);
  return {
    ...(Object.fromEntries(own) as Record<string, string>),
    '--mantine-color-body': palette.paper,
    '--mantine-color-text': palette.ink,
    '--mantine-color-bright': palette.ink,
    '--mantine-color-anchor': palette.link,
    '--mantine-color-error': palette.error,
    '--mantine-color-success': palette.good,
    '--mantine-color-dimmed': palette.muted,
    '--mantine-color-placeholder': palette.muted,
    '--mantine-color-default': palette.surface,
    '--mantine-color-default-hover': palette.raised,
    '--mantine-color-default-color': palette.ink,
    '--mantine-color-default-border': palette.edge,
    '--mantine-color-disabled': palette.raised,
    '--mantine-color-disabled-color': palette.muted,
    '--mantine-color-disabled-border': palette.line,
    '--mantine-primary-color-contrast': palette.onBrand,
  };
}
