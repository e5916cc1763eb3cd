import { useState, type SyntheticEvent } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { filterCount, type BoardFilter } from './board-filter.ts';
import { dropView, keepView, longestViewName, mostViews, readViews } from './saved-views.ts';
import board from './board.module.css';
import styles from './views.module.css';

interface Props {
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
}

/** The views that somebody saved on this device, and the way to save what the board shows now. */
export function Views({ filter, onChange }: Props) {
  const { t } = useWords();
  const [views, setViews] = useState(readViews);
  const drop = (name: string): void => {
    dropView(name);
    setViews(readViews());
  };
  return (
    <div className={styles.views}>
      {views.length > 0 && (
        <ul className={board.chips} aria-label={t('views.title')}>
          {views.map((view) => (
            <li key={view.name} className={styles.view}>
              <button type="button" onClick={() => onChange(view.filter)}>
                <bdi>{view.name}</bdi>
              </button>
              <button type="button" onClick={() => drop(view.name)} aria-label={t('views.drop', { name: view.name })}>
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {filterCount(filter) > 0 && views.length < mostViews && (
        <SaveView filter={filter} onSaved={() => setViews(readViews())} />
      )}
    </div>
  );
}

function SaveView({ filter, onSaved }: { filter: BoardFilter; onSaved: () => void }) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    const chosen = name.trim();
    if (chosen === '') return setSaid(t('views.nameMissing'));
    if (!keepView({ name: chosen, filter })) return setSaid(t('views.notKept'));
    setName('');
    setSaid(t('views.saved', { name: chosen }));
    onSaved();
  };
  return (
    <form className={styles.save} onSubmit={save} noValidate>
      <TextInput
        label={t('views.name')}
        description={t('views.nameHint')}
        maxLength={longestViewName}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t('views.save')}
      </Button>
      <p role="status">{said}</p>
    </form>
  );
}
