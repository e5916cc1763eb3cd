import type { MailLanguage } from '../../core/contract/mail-subscriber.ts';
import { vocabularies as en, type Severity, type Term, type Trigger } from '../../core/contract/vocabularies.ts';
import { vocabularies as de } from '../../core/contract/vocabularies/de.ts';
import { vocabularies as el } from '../../core/contract/vocabularies/el.ts';
import { vocabularies as es } from '../../core/contract/vocabularies/es.ts';
import { vocabularies as fr } from '../../core/contract/vocabularies/fr.ts';
import { vocabularies as it } from '../../core/contract/vocabularies/it.ts';
import { vocabularies as nl } from '../../core/contract/vocabularies/nl.ts';
import { vocabularies as pl } from '../../core/contract/vocabularies/pl.ts';
import { vocabularies as ro } from '../../core/contract/vocabularies/ro.ts';

/** How a calendar says things in one language. */
export interface FeedWords {
  readonly horizon: string;
  readonly drill: string;
  readonly cancelled: string;
  trigger(code: Trigger): string;
  severity(code: Severity): string;
  /** Countries by name, so many of them; none means everywhere; the rest are counted. */
  places(countries: readonly string[], most: number): string;
}

interface Vocabularies {
  readonly trigger: Readonly<Record<Trigger, Term>>;
  readonly severity: Readonly<Record<Severity, Term>>;
  readonly status: Readonly<Record<'exercise', Term>>;
  readonly state: Readonly<Record<'cancelled', Term>>;
}

interface Tongue {
  readonly codes: Vocabularies;
  readonly horizon: string;
  readonly everywhere: string;
}

const tongues: Readonly<Record<MailLanguage, Tongue>> = {
  en: { codes: en, horizon: 'Horizon', everywhere: 'No particular country' },
  de: { codes: de, horizon: 'Horizont', everywhere: 'Länderübergreifend' },
  es: { codes: es, horizon: 'Horizonte', everywhere: 'Ningún país en particular' },
  fr: { codes: fr, horizon: 'Horizon', everywhere: 'Aucun pays en particulier' },
  it: { codes: it, horizon: 'Orizzonte', everywhere: 'Nessun Paese in particolare' },
  nl: { codes: nl, horizon: 'Horizon', everywhere: 'Geen bepaald land' },
  pl: { codes: pl, horizon: 'Horyzont', everywhere: 'Bez określonego kraju' },
  ro: { codes: ro, horizon: 'Orizont', everywhere: 'Nicio țară anume' },
  el: { codes: el, horizon: 'Ορίζοντας', everywhere: 'Καμία συγκεκριμένη χώρα' },
};

export function feedWords(language: MailLanguage): FeedWords {
  const { codes, horizon, everywhere } = tongues[language];
  const regions = new Intl.DisplayNames(language, { type: 'region' });
  return {
    horizon,
    drill: codes.status.exercise.label,
    cancelled: codes.state.cancelled.label,
    trigger: (code) => codes.trigger[code].label,
    severity: (code) => codes.severity[code].label,
    places(countries, most) {
      if (countries.length === 0) return everywhere;
      const names = countries.slice(0, most).map((code) => regions.of(code) ?? code);
      const rest = countries.length - names.length;
      return `${names.join(', ')}${rest > 0 ? ` +${rest}` : ''}`;
    },
  };
}
