import { useField } from './form-context.ts';
import styles from './fieldsets.module.css';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly definition: string;
}

interface Props {
  pointer: string;
  label: string;
  hint?: string;
  required?: boolean;
  value: readonly string[];
  onChange: (value: string[]) => void;
  choices: readonly Choice[];
}

/** Any of many, to tap. */
export function Pills({ pointer, label, hint, required = false, value, onChange, choices }: Props) {
  const { id, error } = useField(pointer);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className={styles.pills} aria-describedby={described || undefined}>
      <legend>
        {label} {required && <span aria-hidden="true">*</span>}
      </legend>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.fault}>
          {error}
        </p>
      )}
      <div>
        {choices.map((choice, index) => (
          <label key={choice.value} className={styles.pill} title={choice.definition}>
            <input
              type="checkbox"
              id={index === 0 ? id : undefined}
              aria-invalid={error !== undefined}
              checked={value.includes(choice.value)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(checked ? [...value, choice.value] : value.filter((each) => each !== choice.value))
              }
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
