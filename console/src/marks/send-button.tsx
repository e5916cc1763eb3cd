import { useLayoutEffect, useRef } from 'react';
import { Button, type ButtonProps } from '@mantine/core';

type Props = ButtonProps & Pick<React.ComponentProps<'button'>, 'type' | 'onClick' | 'children' | 'aria-label'>;

/** A button that sends something. Disabled while it is busy, it would lose the focus for good; it takes it back. */
export function SendButton({ loading = false, ...others }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const held = useRef(false);
  useLayoutEffect(() => {
    if (loading) held.current = document.activeElement === button.current;
    else if (held.current && document.activeElement === document.body) button.current?.focus();
  }, [loading]);
  return <Button ref={button} loading={loading} {...others} />;
}
