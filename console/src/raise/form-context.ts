import { createContext, createElement, useContext, type ReactElement } from 'react';
import { Sentence } from '../marks/sentence.tsx';
import type { Draft } from './draft.ts';
import { faultAt, fieldId, noFaults, type Faults } from './faults.ts';

export interface Form {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** A new warning, for which something can be suggested; a revision says already what it says. */
  readonly fresh: boolean;
}

/** What is wrong with the form around a field. */
export const FaultsContext = createContext<Faults>(noFaults);

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (form === null) throw new Error('This field stands in no form.');
  return form;
}

/** What every control of a form needs: the id that a fault leads to, and the fault itself. */
export function useField(pointer: string): { id: string; error: ReactElement | undefined } {
  const said = faultAt(useContext(FaultsContext), pointer);
  return { id: fieldId(pointer), error: said === undefined ? undefined : createElement(Sentence, { said }) };
}
