import { problems, type ProblemName } from '../../../core/contract/problem-names.ts';
import { reasons } from '../../../core/contract/reasons.ts';
import { listener } from '../../../core/contract/sentences.ts';
import { useWords } from '../languages/words.tsx';
import { problemName, type Problem } from '../network.ts';
import { memberName } from './member-name.ts';
import { Sentence } from './sentence.tsx';
import { spelled } from './blanks.ts';
import styles from './problem.module.css';

const heard = listener(reasons);

/** What the network refused and what can be done, in the reader's language; below it, what the network itself says. */
export function Refusal({ problem }: { problem: Problem }) {
  const { t } = useWords();
  const { title, errors = [] } = problem;
  const name = knownName(problem);
  return (
    <>
      <p>
        <strong>{name ? t(`refusals.title.${name}`) : <span lang="en">{title}</span>}</strong>
      </p>
      {errors.length === 0 && <Detail of={problem} name={name} />}
      {/* Where members are named, the detail is the same in one line. */}
      {errors.map(({ pointer, message }) => (
        <p key={pointer + message}>
          {memberName(pointer, t)}: <Sentence said={message} />
        </p>
      ))}
    </>
  );
}

/** Why, where the catalogues know it; else what can be done, and what the network says. English is said once, by the network. */
function Detail({ of: { title, detail }, name }: { of: Problem; name: ProblemName | undefined }) {
  const { t, language, locale } = useWords();
  const isSaid = Boolean(detail) && detail !== title;
  if (isSaid && language === 'en') return <p>{detail}</p>;
  const reason = heard(detail);
  if (reason) {
    const words = { replace: spelled(reason.blanks, locale, t) };
    return <p>{t(`refusals.reason.${reason.name}` as 'refusals.reason.linkSpent', words)}</p>;
  }
  return (
    <>
      {name && <p>{t(`refusals.way.${name}`)}</p>}
      {isSaid && (
        <p className={styles.original}>
          {t('refusals.original')} <span lang="en">{detail}</span>
        </p>
      )}
    </>
  );
}

/** undefined: a later version of the network refuses something that this one does not know. */
function knownName(problem: Problem): ProblemName | undefined {
  const name = problemName(problem);
  return Object.hasOwn(problems, name) ? (name as ProblemName) : undefined;
}
