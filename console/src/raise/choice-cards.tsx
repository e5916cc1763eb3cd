import { useField } from './form-context.ts';
import styles from './fieldsets.module.css';

interface Choice {
  readonly value: string;
  readonly label: React.ReactNode;
  readonly definition: string;
}

interface Props {
  pointer: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: readonly Choice[];
}

/** One of a few, each with what it means, big enough for a thumb. */
export function ChoiceCards({ pointer, label, value, onChange, choices }: Props) {
  const { id, error } = useField(pointer);
  return (
    <fieldset
      className={styles.cards}
      role="radiogroup"
      aria-required
      aria-invalid={error !== undefined}
      aria-describedby={error && `${id}-error`}
    >
      <legend>
        {label} <span aria-hidden="true">*</span>
      </legend>
      {error && (
        <p id={`${id}-error`} className={styles.fault}>
          {error}
        </p>
      )}
      <div>
        {choices.map((choice, index) => (
          <label key={choice.value} className={styles.card}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={id}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <strong>{choice.label}</strong>
            <span>{choice.definition}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
