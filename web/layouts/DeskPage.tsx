import type { ReactNode } from 'react';
import { useTitle } from './use-title.ts';

type DeskPageProps = {
  /** Leads back to the list this is one of. */
  back?: ReactNode;
  title: string;
  subtitle?: ReactNode;
  /** Buttons at the right end; one primary at most. */
  actions?: ReactNode;
  /** `panes` lays the children side by side, each with its own scroll; `padded` is one scrolling page. */
  body?: 'padded' | 'panes' | 'bare';
  children: ReactNode;
};

/** A screen of the office: bar with title and actions, and the body below it. */
export function DeskPage({ back, title, subtitle, actions, body = 'padded', children }: DeskPageProps) {
  useTitle(title);
  return (
    <>
      <header className="desk-bar">
        {back}
        <h1>{title}</h1>
        <p className="wide-only">{subtitle}</p>
        <span className="flex-1 phone-only" />
        {actions}
      </header>
      <div
        className="desk-body"
        data-padded={body === 'padded' || undefined}
        data-panes={body === 'panes' || undefined}
      >
        {children}
      </div>
    </>
  );
}
