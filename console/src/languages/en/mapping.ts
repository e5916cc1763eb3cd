/** The map of the board. */
export const mapping = {
  mapping: {
    title: 'Active warnings by country',
    picture: 'A map of Europe: each country in the colour of its most severe active warning. The table says the same.',
    hint: 'A warning counts in every country that it names. Drills and tests are not counted.',
    country: 'Country',
    severity: 'Most severe',
    active: 'Active',
    waiting: 'Wait for you',
    tally_one: '{{count}} active warning',
    tally_other: '{{count}} active warnings',
    none: 'No active warning',
  },
} as const;
