import type { DigestItem } from '../../core/domain/digest.ts';
import { digestLetter } from '../../workers/email/letters/digest.ts';
import type { Letter } from '../../workers/email/letter.ts';
import type { Phrasebook } from '../../workers/email/phrasebook.ts';
import { publicUrl, wanted } from './stage.ts';

const token = '0'.repeat(72);

/** A digest with one warning of each sort of news. */
export function sampleDigest(book: Phrasebook, more: boolean): Letter {
  const { id, issuerId, status, content } = wanted(book).warning.snapshot;
  const item: DigestItem = { id, issuerId, status, access: 'full', content, news: 'new', differences: [] };
  const changed: DigestItem = {
    ...item,
    news: 'changed',
    differences: [
      { type: 'code', member: 'severity', from: 'moderate', to: 'severe' },
      { type: 'list', member: 'countries', added: ['AT'], removed: ['CH'] },
      { type: 'text', member: 'headline' },
      { type: 'text', member: 'terms' },
    ],
  };
  const nowhere = { ...content, countries: [] };
  const over = (['called-off', 'retracted', 'expired'] as const).map((news) => ({ ...item, content: nowhere, news }));
  return digestLetter(book, {
    digest: {
      groups: [
        { country: 'DE', items: [item, changed] },
        { country: null, items: over },
      ],
      ahead: [item],
    },
    since: '2026-05-07T06:00:00.000Z',
    more,
    nameOf: () => null,
    preferencesUrl: `${publicUrl}/mail/preferences#token=${token}`,
    unsubscribeUrl: `${publicUrl}/mail/unsubscribe/${token}`,
  });
}
