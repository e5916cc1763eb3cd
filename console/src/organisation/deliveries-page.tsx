import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useWords } from '../languages/words.tsx';
import '../theme/input.css';
import '../theme/form.css';
import '../theme/select.css';
import { deliveryState } from '../../../core/contract/delivery.ts';
import { SelectField } from '../forms/select-field.tsx';
import { SectionPage } from '../frame/section-page.tsx';
import { Unread } from '../marks/unread.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { DeliveryRow } from './delivery-row.tsx';
import { deliveriesQuery, everyDelivery, type DeliveryFilter } from './deliveries-query.ts';
import { Suppressions } from './suppressions.tsx';
import styles from '../forms/forms.module.css';
import table from './deliveries.module.css';

const columns = ['when', 'what', 'to', 'fate', 'answer'] as const;

/** What was mailed to an organisation, and what became of each. */
export function DeliveriesPage() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const [filter, setFilter] = useState(everyDelivery);
  const found = useInfiniteQuery(deliveriesQuery(call, filter));
  const deliveries = found.data?.pages.flatMap(({ data }) => data) ?? [];
  const isCoordinator = me.organisation.kind === 'coordinator';
  return (
    <SectionPage of="organisation" title={t('deliveries.title')}>
      <div className={`${styles.page} ${table.page}`}>
        <p className={styles.muted}>{t(isCoordinator ? 'deliveries.leadNetwork' : 'deliveries.lead')}</p>
        <Suppressions />
        <Filters filter={filter} onChange={setFilter} />
        <Unread of={found} />
        {found.data && deliveries.length === 0 && (
          <p role="status">{t(filter === everyDelivery ? 'deliveries.nothing' : 'deliveries.none')}</p>
        )}
        {deliveries.length > 0 && (
          <table className={table.deliveries} aria-label={t('deliveries.title')} aria-busy={found.isFetching}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`deliveries.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {deliveries.map((delivery) => (
                <DeliveryRow key={delivery.id} delivery={delivery} />
              ))}
            </tbody>
          </table>
        )}
        {found.hasNextPage && (
          <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('administration.more')}
          </Button>
        )}
      </div>
    </SectionPage>
  );
}

interface FiltersProps {
  filter: DeliveryFilter;
  onChange: (filter: DeliveryFilter) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const { t } = useWords();
  return (
    <div className={styles.pair} role="group" aria-label={t('deliveries.filter')}>
      <SelectField
        pointer="/state"
        label={t('deliveries.state')}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state })}
        choices={[
          { value: '', label: t('deliveries.anyState') },
          ...deliveryState.options.map((value) => ({ value, label: t(`deliveries.states.${value}.label`) })),
        ]}
      />
      {(['since', 'until'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          label={t(`deliveries.${end}`)}
          value={filter[end]}
          onChange={({ currentTarget }) => onChange({ ...filter, [end]: currentTarget.value })}
        />
      ))}
    </div>
  );
}
