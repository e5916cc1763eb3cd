import { createContext, useContext } from 'react';
import type { Draft } from './draft.ts';
import { faultAt, fieldId, type Faults } from './faults.ts';

export interface Form {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly faults: Faults;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (form === null) throw new Error('This field stands in no form.');
  return form;
}

/** What every control of the form needs: the id that a fault leads to, and the fault itself. */
export function useField(pointer: string): { id: string; error: string | undefined } {
  const { faults } = useForm();
  return { id: fieldId(pointer), error: faultAt(faults, pointer) };
}
