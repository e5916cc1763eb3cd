import { useEffect, useRef, useState } from 'react';
import { TextInput } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { textLimits, type BoardFilter } from './board-filter.ts';

/** Milliseconds after the last letter: each search is a question to the network. */
const pause = 400;

interface Props {
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
  /** It was opened to type here. */
  focused: boolean;
}

/** Narrows the board to warnings that hold a text, once somebody has stopped typing. */
export function TextFilter({ filter, onChange, focused }: Props) {
  const { t } = useWords();
  const { q, ...others } = filter;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  const [text, setText] = useState(q ?? '');
  // Taken off elsewhere, or opened by a link.
  const [shown, setShown] = useState(q);
  if (q !== shown) {
    setShown(q);
    setText(q ?? '');
  }
  useEffect(() => {
    const asked = text.trim().length < textLimits.min ? undefined : text.trim();
    if (asked === q) return undefined;
    const timer = setTimeout(() => {
      setShown(asked);
      onChange(asked === undefined ? others : { ...others, q: asked });
    }, pause);
    return () => clearTimeout(timer);
  });
  return (
    <TextInput
      type="search"
      label={t('board.text')}
      description={t('board.textHint')}
      maxLength={textLimits.max}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      ref={field}
    />
  );
}
