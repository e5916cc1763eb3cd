import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useWords } from '../languages/words.tsx';
import { MailAddress } from '../marks/mail-address.tsx';
import { Due, Moment } from '../marks/moment.tsx';
import type { Delivery } from './deliveries-query.ts';
import styles from '../forms/forms.module.css';
import table from './deliveries.module.css';

/** One mail: when, what, to whom, and what became of it. */
export function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { t } = useWords();
  const { kind, warning, to, state, attempts, createdAt, nextAt, answer } = delivery;
  const failed = state === 'failed' || state === 'bounced';
  return (
    <tr data-state={state}>
      <Cell name={t('deliveries.when')}>
        <Moment at={createdAt} />
      </Cell>
      <Cell name={t('deliveries.what')}>
        {t(`deliveries.kinds.${kind}`, { defaultValue: kind })}
        {warning && (
          <>
            <br />
            <Link to="/warnings/$id" params={{ id: warning.id }}>
              {t('deliveries.theWarning', { id: warning.id.slice(-6) })}
            </Link>
          </>
        )}
      </Cell>
      <Cell name={t('deliveries.to')}>
        {to.member && <bdi className={table.name}>{to.member.name}</bdi>}
        {to.address === null ? (
          t('deliveries.erased')
        ) : (
          <span className={to.member && styles.muted}>
            <MailAddress of={to.address} />
          </span>
        )}
      </Cell>
      <Cell name={t('deliveries.fate')}>
        <span
          className={styles.state}
          data-attention={failed || undefined}
          title={t(`deliveries.states.${state}.definition`)}
        >
          {t(`deliveries.states.${state}.label`)}
        </span>
        {attempts > 1 && <span className={table.more}>{t('deliveries.attempts', { count: attempts })}</span>}
        {nextAt !== null && attempts > 0 && (
          <span className={table.more}>
            {t('deliveries.next')} <Due at={nextAt} />
          </span>
        )}
      </Cell>
      <Cell name={t('deliveries.answer')}>{answer === null ? '–' : <bdi>{answer}</bdi>}</Cell>
    </tr>
  );
}

/** On a phone each says its column itself. */
function Cell({ name, children }: { name: string; children: ReactNode }) {
  return (
    <td data-column={name}>
      <div>{children}</div>
    </td>
  );
}
