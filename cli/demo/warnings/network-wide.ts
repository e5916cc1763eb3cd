import { coordinator } from '../organisations.ts';
import type { DemoWarning } from '../demo-warning.ts';

export const networkWide: DemoWarning[] = [
  {
    slug: 'exercise',
    by: coordinator,
    onset: 72,
    expires: 100,
    content: {
      status: 'exercise',
      language: 'en',
      headline: 'DEMO: Exercise: how fast do we hear of each other?',
      description:
        'A drill of the demo network: every platform is asked to answer this warning as it would a real one. Nothing is happening.\n\nDemo: events, places and people are invented.',
      instruction: 'Answer with the state that your team would reach within a day, and tell us what was missing.',
      asks: ['share_findings'],
      trigger: 'other',
      languages: ['en'],
      grounds: ['other'],
      severity: 'minor',
      urgency: 'future',
      certainty: 'possible',
      tlp: 'TLP:CLEAR',
    },
  },
];
