import { Component, type ErrorInfo, type ReactNode } from 'react';
import { trouble } from '../../core/trouble.ts';
import { i18n } from '../i18n/i18n.ts';
import { Button } from '../ui/button.tsx';
import { TroubleNotice } from '../ui/trouble-notice.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly error: Error | null };

/** Keeps a bug in one part of the window from taking the others with it. React knows error boundaries only as classes. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div style={{ padding: 24 }}>
        <TroubleNotice trouble={trouble('app/bug', { detail: error.stack ?? error.message })}>
          <Button onClick={() => this.setState({ error: null })}>{i18n.t('editor.reload')}</Button>
        </TroubleNotice>
      </div>
    );
  }
}
