import { useState } from 'react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import '../theme/input.css';
import '../theme/form.css';
import '../theme/select.css';
import { SectionPage } from '../frame/section-page.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { Unread } from '../marks/unread.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { AuditFilters } from './audit-filters.tsx';
import { auditQuery, everything, type AuditFilter } from './audit-query.ts';
import { AuditLine } from './audit-line.tsx';
import { downloadTrail } from './download.ts';
import styles from '../forms/forms.module.css';

/** What was done and seen, in sentences. */
export function AuditPage() {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [filter, setFilter] = useState(everything);
  const found = useInfiniteQuery(auditQuery(call, filter));
  const entries = found.data?.pages.flatMap(({ data }) => data);
  return (
    <SectionPage of="organisation" title={t('audit.title')}>
      <div className={styles.page}>
        <p className={styles.muted}>{t('audit.lead')}</p>
        <AuditFilters filter={filter} onChange={setFilter} />
        <Download filter={filter} />
        <Unread of={found} />
        {entries?.length === 0 && <p role="status">{t('audit.none')}</p>}
        <ol className={styles.list} aria-label={t('audit.title')} aria-busy={found.isFetching}>
          {entries?.map((entry) => (
            <AuditLine key={entry.id} entry={entry} />
          ))}
        </ol>
        {found.hasNextPage && (
          <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('administration.more')}
          </Button>
        )}
      </div>
    </SectionPage>
  );
}

function Download({ filter }: { filter: AuditFilter }) {
  const { t } = useWords();
  const download = useMutation({ mutationFn: () => downloadTrail(filter) });
  return (
    <div>
      <SendButton variant="default" loading={download.isPending} onClick={() => download.mutate()}>
        {t('audit.download')}
      </SendButton>
      {download.isError && <p role="alert">{t('audit.downloadFailed')}</p>}
    </div>
  );
}
