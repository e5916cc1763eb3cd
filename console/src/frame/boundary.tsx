import { Component, type ReactNode } from 'react';
import { Broken } from './broken.tsx';

/** What breaks outside every page, the code of the sign-in page that could not be fetched say, leaves no blank page. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
