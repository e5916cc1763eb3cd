import { createContext, useCallback, Fragment, useContext, useRef, useState, type ReactNode } from 'react';

/** Shows something above every page until it lets itself go, whatever is read anew, opened or ended beneath it. */
export type Hold = (show: (letGo: () => void) => ReactNode) => Promise<void>;

const HoldContext = createContext<Hold | null>(null);

export function useHold(): Hold {
  const hold = useContext(HoldContext);
  if (hold === null) throw new Error('Nothing holds here: put <Holding> around it.');
  return hold;
}

interface Held {
  readonly number: number;
  readonly show: (letGo: () => void) => ReactNode;
  readonly letGo: () => void;
}

/** Holds what the network tells once: it lives here, and not on the page that asked for it, which may be gone before it is read. */
export function Holding({ children }: { children: ReactNode }) {
  const [held, setHeld] = useState<readonly Held[]>([]);
  const count = useRef(0);
  const hold = useCallback<Hold>(
    (show) =>
      new Promise((resolve) => {
        const one: Held = {
          number: (count.current += 1),
          show,
          letGo: () => {
            setHeld((all) => all.filter((other) => other !== one));
            resolve();
          },
        };
        setHeld((all) => [...all, one]);
      }),
    [],
  );
  const [first] = held;
  return (
    <HoldContext value={hold}>
      {children}
      {first && <Fragment key={first.number}>{first.show(first.letGo)}</Fragment>}
    </HoldContext>
  );
}
