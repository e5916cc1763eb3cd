import { confirmationDays } from '../../../core/store/commands/address.ts';
import type { Letter } from '../letter.ts';

/**
 * Asks whoever reads this address whether they want to be told. The link opens a page with a button: following it changes
 * nothing, because mail scanners follow links.
 */
export function confirmationLetter(organisation: string, token: string, publicUrl: string): Letter {
  return {
    subject: `Confirm this address for warnings to ${organisation}`,
    banner: null,
    marking: null,
    heading: 'Confirm this address',
    paragraphs: [
      `${organisation} wants to have this address told when warnings of hatred online concern it or wait for its answer.`,
      'If that is right, open the page and press its button. Nothing is sent to this address before.',
    ],
    facts: [],
    action: { label: 'Confirm the address', url: `${publicUrl}/addresses/confirm?token=${encodeURIComponent(token)}` },
    notes: [`The link holds for ${confirmationDays} days. If you do not expect this mail, do nothing.`],
  };
}
