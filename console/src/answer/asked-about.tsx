import type { AnswerLink } from '../../../core/contract/answer-link.ts';
import { useWords } from '../languages/words.tsx';
import { DrillBand } from '../marks/drill-band.tsx';
import { Moment, Waiting } from '../marks/moment.tsx';
import { countryName } from '../marks/names.ts';
import { SeverityMark } from '../marks/severity-mark.tsx';
import { TlpLabel } from '../marks/tlp-label.tsx';
import { Fact } from '../warning/fact.tsx';
import styles from './answer.module.css';

/** What it is about, in a line, as the mail said it: read before it is answered. */
export function AskedAbout({ link: { says, headline, status, tlp } }: { link: AnswerLink }) {
  const { t } = useWords();
  return (
    <div className={styles.asked}>
      <DrillBand status={status} />
      <p className={styles.marks}>
        {says && <SeverityMark severity={says.severity} />}
        <TlpLabel tlp={tlp} />
      </p>
      {headline && (
        <p className={styles.headline} lang={headline.language} dir="auto">
          {headline.text}
        </p>
      )}
      {!says && <p>{t('answerLink.nothing')}</p>}
    </div>
  );
}

/** What else the mail said of the warning, and no more. */
export function AskedFacts({ link }: { link: AnswerLink }) {
  const { t } = useWords();
  const { says, organisation, team } = link;
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">{t('answerLink.facts')}</h2>
      <dl className={styles.facts}>
        <Fact name={t('answerLink.team')}>
          <bdi>{team === organisation ? organisation : `${organisation} (${team})`}</bdi>
        </Fact>
        {link.state !== 'answered' && (
          <Fact name={t('answerLink.step')}>
            {t('answerLink.stepOf', { step: link.step, of: link.of })} <Waiting since={link.waitingSince} />
          </Fact>
        )}
        {says && <Said says={says} />}
      </dl>
    </section>
  );
}

function Said({ says }: { says: NonNullable<AnswerLink['says']> }) {
  const { t, locale } = useWords();
  const places = says.countries.map((code) => countryName(code, locale));
  return (
    <>
      <Fact name={t('answerLink.what')}>{t(`codes.trigger.${says.trigger}.label`)}</Fact>
      <Fact name={t('answerLink.where')}>{places.length === 0 ? t('marks.everywhere') : places.join(', ')}</Fact>
      <Fact name={t('answerLink.from')}>
        <Moment at={says.onset} />
      </Fact>
      <Fact name={t('answerLink.until')}>
        <Moment at={says.expires} />
      </Fact>
    </>
  );
}
