/** What a page for whoever is not signed in is given. */
export interface EntryProps {
  /** Somebody has signed in: on with the console, at this address of it. */
  readonly onEnter: (path: string) => void;
  /** Whoever was signed in stays so: back to the console. */
  readonly onStay: () => void;
}
