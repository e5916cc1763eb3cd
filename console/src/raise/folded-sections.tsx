import { useWords } from '../languages/words.tsx';
import { TlpLabel } from '../marks/tlp-label.tsx';
import { SharingAsLast } from './as-last.tsx';
import { AskedSection, FindingSection } from './asked-section.tsx';
import { guessedTlp, type Draft } from './draft.ts';
import { Fold } from './fold.tsx';
import { SharingSection } from './sharing-section.tsx';
import { TranslationsSection } from './translations-section.tsx';
import folds from './fold.module.css';
import styles from './raise.module.css';

/** Who may have it, in words: what is guessed is said to be, and changed where that is wrong. */
export function FoldedSharing({ draft }: { draft: Draft }) {
  const { t } = useWords();
  const { tlp, tlpChosen, sharing, withholdIssuer } = draft;
  return (
    <>
      <div className={styles.reader}>
        <TlpLabel tlp={tlp} />
        <p>{t(`preview.who.${tlp}`)}</p>
        <p>
          {t('raise.audience')}: {t(`raise.sharing.${sharing}`)}.{' '}
          {t(withholdIssuer ? 'preview.issuerWithheld' : 'preview.issuerNamed')}
        </p>
        {!tlpChosen && <p className={styles.hint}>{t('raise.guessed')}</p>}
      </div>
      <SharingAsLast />
      <Fold
        title={t('raise.changeWho')}
        said={t('raise.changeWhoMeans')}
        filled={tlp !== guessedTlp || sharing !== 'all' || withholdIssuer}
      >
        <SharingSection />
      </Fold>
    </>
  );
}

/** What makes a warning easier to act on, and can as well be added by a revision. */
export function Optional({ draft }: { draft: Draft }) {
  const { t } = useWords();
  const { asks, instruction, terms, references, translations } = draft;
  const found = terms.length + references.length;
  return (
    <div className={folds.folds}>
      <p className={styles.hint}>{t('raise.ifTimeMeans')}</p>
      <Fold
        title={t('raise.asks')}
        said={asks.length === 0 ? t('raise.asksMeans') : asks.map((ask) => t(`codes.asks.${ask}.label`)).join(', ')}
        filled={asks.length > 0 || instruction !== ''}
        named
      >
        <AskedSection />
      </Fold>
      <Fold
        title={t('raise.finding')}
        said={found === 0 ? t('raise.findingMeans') : t('raise.given', { number: found })}
        filled={found > 0}
      >
        <FindingSection />
      </Fold>
      <Fold
        title={t('raise.translations')}
        said={
          translations.length === 0 ? t('raise.translationsHint') : t('raise.given', { number: translations.length })
        }
        filled={translations.length > 0}
        named
      >
        <TranslationsSection />
      </Fold>
    </div>
  );
}
