import type { ReactNode } from 'react';
import { shellTexts } from '#shared/shell-texts.ts';
import { paths } from '../paths.ts';
import { useMe } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Mark } from '../ui/Mark.tsx';
import { LangSwitch } from './LangSwitch.tsx';

/** The frame before signing in: name and language above, the public programme and the telephone below. */
export function PublicShell({ art, children }: { art?: ReactNode; children: ReactNode }) {
  const lang = useLang();
  const t = useTexts(shellTexts);
  const event = useMe()?.currentEvent;
  const shell = (
    <div className="public-shell">
      <header className="flex items-center justify-between">
        <a className="mark" href="/">
          <Mark />
        </a>
        <LangSwitch />
      </header>
      <main id="main" tabIndex={-1} className="my-auto w-full max-w-[560px] self-center py-6">
        {children}
      </main>
      <footer className="flex flex-wrap justify-between gap-x-5 gap-y-1 border-t border-line pt-4 text-13 text-ink-3">
        {event ? <a href={paths.publicSchedule(event.slug, lang)}>{t.nav.programme}</a> : <span />}
        <span>{t.phone}</span>
      </footer>
    </div>
  );
  if (!art) return shell;
  return (
    <div className="public-with-art">
      <div className="public-art">{art}</div>
      {shell}
    </div>
  );
}
