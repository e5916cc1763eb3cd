/** What a mail says, before it is text or HTML. */
export interface Letter {
  readonly subject: string;
  /** On top, in capitals: that this is a drill. */
  readonly banner: string | null;
  /** The marking, on top as FIRST asks. */
  readonly marking: string | null;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Label and value, in order. */
  readonly facts: readonly Fact[];
  readonly action: { readonly label: string; readonly url: string };
  /** In small print. */
  readonly notes: readonly string[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** BCP 47, where somebody wrote it in a language of theirs. */
  readonly language?: string;
}
