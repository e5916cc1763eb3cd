import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { useWords } from '../languages/words.tsx';

/**
 * A name to be typed before something that cannot be undone. Where there is none to type, nothing is asked.
 * `isTyped` says, as the form is sent, whether it was, and on the page if it was not.
 */
export function useTypedName(name: string | undefined) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [mistyped, setMistyped] = useState(false);
  const isTyped = (): boolean => {
    const right = name === undefined || plain(typed) === plain(name);
    setMistyped(!right);
    return right;
  };
  const field = name !== undefined && (
    <TextInput
      label={t('typing.name', { name })}
      required
      autoComplete="off"
      error={mistyped && t('typing.mistyped')}
      errorProps={{ role: 'alert' }}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  );
  return { field, isTyped };
}

/** As people type: an accented letter in one or two characters, spaces that nobody sees. */
function plain(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
}
