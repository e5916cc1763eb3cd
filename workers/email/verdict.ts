import type { SuppressionReason } from '../../core/contract/delivery.ts';

/**
 * How an attempt at a mail ends. The reasons are a closed list, so that they can be a metric's label:
 *   sent        the server took it
 *   superseded  it is no longer wanted
 *   failed      nobody will get it, whatever is tried
 *   retry       it is tried again until it is given up
 */
export const reasons = {
  sent: ['accepted'],
  superseded: [
    'answered',
    'called-off',
    'expired',
    'past',
    'next-step',
    'never-told',
    'told-later',
    'reopened',
    'confirmed',
    'no-longer-admitted',
    'suppressed',
  ],
  failed: ['refused', 'bad-address', 'recipient-gone', 'suspended', 'gave-up'],
  retry: ['try-later', 'unreachable', 'unknown-outcome', 'in-flight', 'interrupted'],
} as const;

export type Outcome = keyof typeof reasons;

export type Verdict = {
  [Name in Outcome]: {
    readonly outcome: Name;
    readonly reason: (typeof reasons)[Name][number];
    /** What the SMTP server answered, or a sentence. */
    readonly answer: string;
  };
}[Outcome];

/** A verdict after which nothing more is tried. */
export type Ending = Exclude<Verdict, { outcome: 'retry' }>;

export const superseded = (reason: (typeof reasons)['superseded'][number], answer: string): Ending => ({
  outcome: 'superseded',
  reason,
  answer,
});

export const failed = (reason: (typeof reasons)['failed'][number], answer: string): Ending => ({
  outcome: 'failed',
  reason,
  answer,
});

export const retry = (reason: (typeof reasons)['retry'][number], answer: string): Verdict => ({
  outcome: 'retry',
  reason,
  answer,
});

/** Of what a suppressed address does without. */
export const doneWithout = (reason: SuppressionReason): Ending =>
  superseded(
    'suppressed',
    reason === 'complaint'
      ? 'Its reader reported a mail as unwanted, so only what has to be is sent there.'
      : 'Mail to this address comes back, so only what has to be is sent there.',
  );
