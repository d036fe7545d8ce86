import { useLocation } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { shellTexts } from '#shared/shell-texts.ts';
import { paths } from '../paths.ts';
import type { Me } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Ellipsis, Globe } from '../ui/icons.tsx';
import { Link } from '../ui/Link.tsx';
import { Mark } from '../ui/Mark.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { useDeskCounts } from './desk-counts.tsx';
import { deskMenuFor, homeOf, isCurrent, type MenuEntry } from './menu.tsx';
import { actorOf } from './use-account.ts';

type DeskLayoutProps = { account: NonNullable<Me['account']>; event: Me['currentEvent']; children: ReactNode };

const TABS = 4;
/** Only on phones, and only once it is asked for. */
const MoreSheet = lazy(() => import('./MoreSheet.tsx').then((module) => ({ default: module.MoreSheet })));

/** The office's frame: a bar at the side, on phones a bar of tabs below and the rest in a sheet. */
export function DeskLayout({ account, event, children }: DeskLayoutProps) {
  const lang = useLang();
  const t = useTexts(shellTexts);
  const { pathname } = useLocation();
  const counts = useDeskCounts();
  const [more, setMore] = useState(false);
  const actor = actorOf(account, lang);
  const groups = deskMenuFor(actor);
  const entries = groups.flatMap((group) => group.entries);
  const tabs = entries.slice(0, TABS);
  const programme = event ? paths.publicSchedule(event.slug, lang) : null;
  const current = (entry: MenuEntry) => (isCurrent(entry, pathname) ? ('page' as const) : undefined);
  return (
    <div className="desk">
      <a className="skip-link" href="#main">
        {t.skip}
      </a>
      <aside className="side-bar wide-only">
        <Link href={homeOf(actor)} className="mark">
          <Mark desk />
        </Link>
        <nav aria-label={t.mainMenu}>
          {groups.map((group) => (
            <div key={group.title ?? 'first'}>
              {group.title ? <p className="side-group">{t.nav[group.title]}</p> : null}
              {group.entries.map((entry) => (
                <Link key={entry.name} href={entry.href} className="side-link" aria-current={current(entry)}>
                  <entry.Sign />
                  {t.nav[entry.name]}
                  {counts[entry.href] === undefined ? null : <small>{counts[entry.href]}</small>}
                </Link>
              ))}
            </div>
          ))}
          {programme ? (
            <a href={programme} className="side-link">
              <Globe aria-hidden="true" />
              {t.nav.programme}
            </a>
          ) : null}
        </nav>
        <div className="side-me">
          <AccountMenu account={account} up />
        </div>
      </aside>
      <main id="main" className="desk-main" tabIndex={-1}>
        {children}
      </main>
      <nav className="tab-bar" aria-label={t.mainMenu}>
        {tabs.map((entry) => (
          <Link key={entry.name} href={entry.href} aria-current={current(entry)}>
            <entry.Sign />
            {t.nav[entry.short ?? entry.name]}
          </Link>
        ))}
        <button type="button" aria-haspopup="dialog" onClick={() => setMore(true)}>
          <Ellipsis aria-hidden="true" />
          {t.more}
        </button>
      </nav>
      {more ? (
        <Suspense fallback={null}>
          <MoreSheet entries={entries.slice(TABS)} account={account} onClose={() => setMore(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
