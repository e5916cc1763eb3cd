/** A piece of a text, and whether it stood there before, stands there now, or both. */
export interface Piece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** What a text became: what both begin and end with, to whole words, and what stood and stands between. */
export function textDifference(before: string, after: string): Piece[] {
  const old = before.split(/(?<=\s)/);
  const now = after.split(/(?<=\s)/);
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const piece = (kind: Piece['kind'], words: string[]): Piece => ({ kind, text: words.join('') });
  return [
    piece('same', old.slice(0, start)),
    piece('gone', old.slice(start, old.length - end)),
    piece('new', now.slice(start, now.length - end)),
    piece('same', old.slice(old.length - end)),
  ].filter(({ text }) => text !== '');
}

/** What a list became: first what is not in it any more, then what came to it. What stayed is left out. */
export function listDifference(before: readonly string[], after: readonly string[]): Piece[] {
  const gone = before.filter((one) => !after.includes(one));
  const added = after.filter((one) => !before.includes(one));
  return [
    ...gone.map((text) => ({ kind: 'gone', text }) as const),
    ...added.map((text) => ({ kind: 'new', text }) as const),
  ];
}
