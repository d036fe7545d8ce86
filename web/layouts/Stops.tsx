import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Action, whyNot } from '#shared/permission.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { LeadTo } from '../navigation.ts';
import { paths } from '../paths.ts';
import { useLang, useTexts } from '../texts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { homeOf } from './menu.tsx';
import { useActor } from './use-account.ts';
import { useTitle } from './use-title.ts';

/** Shows a screen to whoever may see it, and to everyone else who may. */
export function Permitted({ action, children }: { action?: Action | undefined; children: ReactNode }) {
  const lang = useLang();
  const t = useTexts(shellTexts);
  const actor = useActor();
  const reason = action && actor ? whyNot(actor, action, lang) : null;
  const { pathname } = useLocation();
  if (!reason || !actor) return children;
  // The desk's own address is the way in for everybody of the office, whatever their first screen is.
  const home = homeOf(actor);
  if (pathname === paths.desk() && home !== pathname) return <LeadTo href={home} />;
  return (
    <div className="page">
      <EmptyState title={t.notAllowed}>{reason}</EmptyState>
    </div>
  );
}

/** No such page, or nothing there for this person: the two look the same. */
export function NotFoundPage() {
  const t = useTexts(shellTexts);
  useTitle(t.notFound.title);
  const home = (
    <a className="button" href="/">
      {t.notFound.home}
    </a>
  );
  return (
    <main className="page">
      <EmptyState title={t.notFound.title} action={home}>
        {t.notFound.body} {t.phone}
      </EmptyState>
    </main>
  );
}

/** A screen that broke, or whose code could not be fetched. */
export function CrashPage() {
  const t = useTexts(shellTexts);
  const again = (
    <button type="button" className="button" onClick={() => location.reload()}>
      {t.retry}
    </button>
  );
  return (
    <div className="page">
      <EmptyState title={t.crash.title} action={again}>
        {t.crash.body} {t.phone}
      </EmptyState>
    </div>
  );
}
