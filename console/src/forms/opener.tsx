import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useFocusBack, useFocusOnArrival } from '../marks/focus.ts';
import styles from './forms.module.css';

interface Props {
  label: string;
  /** What the button is about, for those who hear it alone. */
  of?: string | undefined;
  main?: boolean;
  /** As large as the main button that it stands beside. */
  large?: boolean;
  /** Of what it opens. */
  heading?: 'h2' | 'h3';
  children: (close: () => void) => ReactNode;
}

/** A button that opens a form in its place; the focus goes along, and comes back. */
export function Opener({ label, of, main = false, large = main, heading = main ? 'h2' : 'h3', children }: Props) {
  const [open, setOpen] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(open);
  if (open) {
    return (
      <Panel label={label} of={of} heading={heading}>
        {children(() => setOpen(false))}
      </Panel>
    );
  }
  return (
    <Button
      ref={opener}
      variant={main ? 'filled' : 'default'}
      size={large ? 'md' : 'sm'}
      aria-label={of === undefined ? undefined : `${label}: ${of}`}
      onClick={() => setOpen(true)}
    >
      {label}
    </Button>
  );
}

interface PanelProps {
  label: string;
  of: string | undefined;
  heading: 'h2' | 'h3';
  children: ReactNode;
}

function Panel({ label, of, heading: Heading, children }: PanelProps) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <div className={styles.panel} role="group" aria-label={of === undefined ? label : `${label}: ${of}`}>
      <Heading ref={heading} tabIndex={-1}>
        {label}
      </Heading>
      {children}
    </div>
  );
}
