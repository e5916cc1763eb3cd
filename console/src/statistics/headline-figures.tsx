import type { Statistics } from './choice.ts';
import type { Writing } from './tables.ts';
import styles from './statistics.module.css';

/** What most come for, first: how many, answered how often and how soon, and what is still open. */
export function HeadlineFigures({
  statistics: { warnings, answers },
  writing,
}: {
  statistics: Statistics;
  writing: Writing;
}) {
  const { t, spell } = writing;
  const { median, count: first } = answers.times.acknowledged;
  const answered = answers.count - answers.waiting - answers.unanswered;
  const told = { answered: spell.number(answered), n: spell.number(answers.count) };
  return (
    <ul className={styles.headline}>
      <Said figure={spell.number(warnings.count)}>{t('statistics.warnings', { count: warnings.count })}</Said>
      {answers.count === 0 ? (
        <Said figure="–">{t('statistics.noneExpected')}</Said>
      ) : (
        <Said figure={spell.percent(answered / answers.count)}>{t('statistics.answered', told)}</Said>
      )}
      {median === null ? (
        <Said figure="–">{t('statistics.noTime')}</Said>
      ) : (
        <Said figure={spell.duration(median)}>{t('statistics.half', { n: spell.number(first) })}</Said>
      )}
      <Said figure={spell.number(answers.waiting)}>{t('statistics.waiting', { count: answers.waiting })}</Said>
    </ul>
  );
}

function Said({ figure, children }: { figure: string; children: string }) {
  return (
    <li>
      <strong>{figure}</strong> <span>{children}</span>
    </li>
  );
}
