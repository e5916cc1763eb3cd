/** What a mail says, before it is text or HTML; all but what people wrote in one language. */
export interface Letter {
  /** BCP 47, of all that names no other. */
  readonly language: string;
  readonly subject: string;
  /** On top, in capitals: that this is a drill. */
  readonly banner: string | null;
  /** On top and at the end, as FIRST asks. */
  readonly marking: Marking | null;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Of the first screen, in order. */
  readonly facts: readonly Fact[];
  /** Of a letter that tells of many things. */
  readonly sections: readonly Section[];
  readonly action: { readonly label: string; readonly url: string };
  /** What follows the button, for those who read on. */
  readonly further: readonly string[];
  readonly details: readonly Fact[];
  /** In small print. */
  readonly notes: readonly string[];
}

export interface Marking {
  /** `TLP:GREEN` */
  readonly label: string;
  readonly definition: string;
}

/** Label and value. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** BCP 47, where somebody wrote the value in a language of theirs. */
  readonly language?: string;
}

/** What belongs together, under a heading. */
export interface Section {
  readonly heading: string;
  readonly entries: readonly Entry[];
}

/** One of the things that a letter tells of. */
export interface Entry {
  readonly title: Title;
  /** What is to be seen at a glance. */
  readonly lead: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
}

/** What somebody called it. */
export interface Title {
  readonly text: string;
  /** BCP 47, of what somebody wrote. */
  readonly language?: string;
  /** The name of that language, where it is not the reader's. */
  readonly named: string | null;
}

/** A letter that is about no warning: nothing is marked, and most of it is empty. */
export function plainLetter(said: Pick<Letter, 'language' | 'heading' | 'action'> & Partial<Letter>): Letter {
  const none = { paragraphs: [], facts: [], sections: [], further: [], details: [], notes: [] };
  const nothing = { banner: null, marking: null, ...none };
  return { ...nothing, subject: `${said.heading} · Tocsin`, ...said };
}

/** A title, and its language in brackets where that is not the reader's. */
export function titled({ text, named }: Title): string {
  return named === null ? text : `${text} (${named})`;
}
