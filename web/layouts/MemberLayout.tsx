import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { shellTexts } from '#shared/shell-texts.ts';
import { paths } from '../paths.ts';
import type { Me } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { CalendarDays } from '../ui/icons.tsx';
import { Link } from '../ui/Link.tsx';
import { Mark } from '../ui/Mark.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { LangSwitch } from './LangSwitch.tsx';
import { isCurrent, memberMenuFor } from './menu.tsx';
import { actorOf } from './use-account.ts';

type MemberLayoutProps = { account: NonNullable<Me['account']>; event: Me['currentEvent']; children: ReactNode };

/** A municipality's frame: a bar above, on phones a bar of tabs below. */
export function MemberLayout({ account, event, children }: MemberLayoutProps) {
  const lang = useLang();
  const t = useTexts(shellTexts);
  const { pathname } = useLocation();
  const entries = memberMenuFor(actorOf(account, lang));
  const programme = event ? paths.publicSchedule(event.slug, lang) : null;
  const current = (here: boolean) => (here ? 'page' : undefined);
  return (
    <>
      <a className="skip-link" href="#main">
        {t.skip}
      </a>
      <header className="top-bar">
        <div className="top-bar-inner">
          <Link href={paths.home()} className="mark">
            <Mark />
          </Link>
          <nav className="top-nav wide-only" aria-label={t.mainMenu}>
            {entries.map((entry) => (
              <Link key={entry.name} href={entry.href} aria-current={current(isCurrent(entry, pathname))}>
                {t.nav[entry.name]}
              </Link>
            ))}
            {programme ? <a href={programme}>{t.nav.programme}</a> : null}
          </nav>
          <span className="flex-1" />
          <span className="wide-only">
            <LangSwitch />
          </span>
          <AccountMenu account={account} />
        </div>
      </header>
      <main id="main" className="page" tabIndex={-1}>
        {children}
      </main>
      <nav className="tab-bar" aria-label={t.mainMenu}>
        {entries.map((entry) => (
          <Link key={entry.name} href={entry.href} aria-current={current(isCurrent(entry, pathname))}>
            <entry.Sign />
            {t.nav[entry.name]}
          </Link>
        ))}
        {programme ? (
          <a href={programme}>
            <CalendarDays aria-hidden="true" />
            {t.nav.programme}
          </a>
        ) : null}
      </nav>
    </>
  );
}
