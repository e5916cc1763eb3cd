/** Does something before the page is printed, and undoes it afterwards. @param begin answers how to undo it @returns how to stop */
export function whilePrinted(begin: () => () => void): () => void {
  let undo: (() => void) | undefined;
  const before = (): void => {
    undo = begin();
  };
  const after = (): void => undo?.();
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}
