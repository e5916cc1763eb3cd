import { z } from 'zod';
import type { Calendar, IssuedCalendar } from '../../../core/contract/calendar.ts';
import { Confirm } from '../forms/confirm.tsx';
import { Facts } from '../forms/facts.tsx';
import { Form } from '../forms/form.tsx';
import { Opener } from '../forms/opener.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { Ago, Due } from '../marks/moment.tsx';
import { useNow } from '../marks/now.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { useFilterWords } from './filter-words.ts';
import { calendarsKey } from './horizon-query.ts';
import styles from '../forms/forms.module.css';

interface Props {
  calendar: Calendar;
  onIssued: (issued: IssuedCalendar) => void;
}

/** One address, what reads it, and what may be done about it. */
export function CalendarItem({ calendar, onIssued }: Props) {
  const { t } = useWords();
  const words = useFilterWords();
  const isExpired = Date.parse(calendar.expiresAt) <= useNow();
  return (
    <li className={styles.item} data-calendar={calendar.id}>
      <div className={styles.head}>
        <h3>
          <bdi>{calendar.name}</bdi>
        </h3>
        {isExpired && (
          <span className={styles.state} data-attention>
            {t('calendars.expired')}
          </span>
        )}
      </div>
      <Facts
        of={[
          [t('calendars.filter'), words(calendar.filter)],
          [
            t('calendars.lastRead'),
            calendar.lastUsedAt ? <Ago key="read" at={calendar.lastUsedAt} /> : t('calendars.never'),
          ],
          [t('calendars.until'), <Due key="until" at={calendar.expiresAt} />],
        ]}
      />
      <Actions calendar={calendar} onIssued={onIssued} />
    </li>
  );
}

function Actions({ calendar, onIssued }: Props) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  return (
    <div className={styles.actions}>
      <Opener label={t('calendars.replace')} of={calendar.name}>
        {(close) => (
          <Replacing
            id={calendar.id}
            onClose={close}
            onIssued={(issued) => {
              close();
              onIssued(issued);
            }}
          />
        )}
      </Opener>
      <Confirm
        label={t('calendars.end')}
        of={calendar.name}
        means={t('calendars.endMeans')}
        action={t('calendars.endIt')}
        stale={[calendarsKey(me.as.id)]}
        send={() => call('endCalendar', { path: { id: calendar.id } })}
      />
    </div>
  );
}

const nothing = z.strictObject({});

function Replacing({ id, onIssued, onClose }: Pick<Props, 'onIssued'> & { id: string; onClose: () => void }) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const sending = useSending({
    schema: nothing,
    stale: [calendarsKey(me.as.id)],
    send: () => call('replaceCalendar', { path: { id } }),
    onDone: onIssued,
  });
  return (
    <Form sending={sending} submit={t('calendars.replaceIt')} onSubmit={() => sending.submit({})} onCancel={onClose}>
      <p>{t('calendars.replaceMeans')}</p>
    </Form>
  );
}
