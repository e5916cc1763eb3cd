import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { calendarRequest, type IssuedCalendar } from '../../../core/contract/calendar.ts';
import type { BoardFilter } from '../board/board-filter.ts';
import { Form } from '../forms/form.tsx';
import { Opener } from '../forms/opener.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { Unread } from '../marks/unread.tsx';
import { useShowOnce } from '../secrets/use-show-once.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { CalendarItem } from './calendar-item.tsx';
import { useFilterWords } from './filter-words.ts';
import { calendarsKey, calendarsQuery } from './horizon-query.ts';
import styles from '../forms/forms.module.css';

/** The addresses by which a member's own calendar subscribes to what lies ahead. */
export function CalendarAddresses({ filter }: { filter: BoardFilter }) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const found = useQuery(calendarsQuery(call, me.as.id));
  const { onIssued, isGone } = useIssuing();
  const calendars = found.data?.data ?? [];
  return (
    <section className={styles.page} aria-labelledby="calendars">
      <h2 id="calendars">{t('calendars.title')}</h2>
      <p>{t('calendars.lead')}</p>
      <ul className={styles.points}>
        <li>{t('calendars.says')}</li>
        <li>{t('calendars.bearer')}</li>
      </ul>
      {isGone && <p role="alert">{t('calendars.gone')}</p>}
      <Opener label={t('calendars.make')} heading="h3">
        {(close) => (
          <Making
            filter={filter}
            onClose={close}
            onMade={(made) => {
              close();
              onIssued(made);
            }}
          />
        )}
      </Opener>
      <Unread of={found} />
      {calendars.length > 0 && (
        <ul className={styles.list} aria-label={t('calendars.list')}>
          {calendars.map((calendar) => (
            <CalendarItem key={calendar.id} calendar={calendar} onIssued={onIssued} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Shows an address that was made until it is kept; one that was made before, unnoticed, has none to show. */
function useIssuing() {
  const { t } = useWords();
  const showOnce = useShowOnce();
  const [isGone, setGone] = useState(false);
  const onIssued = ({ calendar: { name }, address }: IssuedCalendar): void => {
    setGone(address === null);
    if (address === null) return;
    const title = t('calendars.addressOf', { name });
    void showOnce({ title, what: t('calendars.once'), lines: [address], file: 'tocsin-calendar.txt' });
  };
  return { onIssued, isGone };
}

interface MakingProps {
  filter: BoardFilter;
  onMade: (issued: IssuedCalendar) => void;
  onClose: () => void;
}

function Making({ filter, onMade, onClose }: MakingProps) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const [name, setName] = useState('');
  const { country, language, ground, severity = 'minor' } = filter;
  const followed = { countries: [...country], languages: [...language], grounds: [...ground], severity };
  const words = useFilterWords()(followed);
  const sending = useSending({
    schema: calendarRequest,
    stale: [calendarsKey(me.as.id)],
    send: (body, idempotencyKey) => call('addCalendar', { body, idempotencyKey }),
    onDone: onMade,
  });
  return (
    <Form
      sending={sending}
      submit={t('calendars.makeIt')}
      onSubmit={() => sending.submit({ name, filter: followed })}
      onCancel={onClose}
    >
      <TextField
        pointer="/name"
        label={t('calendars.name')}
        hint={t('calendars.nameHint')}
        required
        value={name}
        onChange={setName}
      />
      <p>{t('calendars.follows', { filter: words })}</p>
      <p className={styles.muted}>{t('calendars.lasts')}</p>
    </Form>
  );
}
