import { faultSentences, listener } from '../../../core/contract/sentences.ts';
import { useWords } from '../languages/words.tsx';
import { spelled } from './blanks.ts';

const heard = listener(faultSentences);

/** What the contract or the network says of a field, in the reader's language; what the catalogues do not know as it is, in English. */
export function Sentence({ said }: { said: string }) {
  const { t, locale } = useWords();
  const sentence = heard(said);
  if (sentence === undefined) return <span lang="en">{said}</span>;
  return t(`faults.${sentence.name}` as 'faults.blank', { replace: spelled(sentence.blanks, locale, t) });
}
