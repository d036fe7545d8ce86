import { useEffect, useRef } from 'react';
import { shellTexts } from '#shared/shell-texts.ts';
import type { Me } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { X } from '../ui/icons.tsx';
import { Link } from '../ui/Link.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { LangSwitch } from './LangSwitch.tsx';
import type { MenuEntry } from './menu.tsx';

type MoreSheetProps = { entries: readonly MenuEntry[]; account: NonNullable<Me['account']>; onClose: () => void };

/** What does not fit among the tabs of a phone. */
export function MoreSheet({ entries, account, onClose }: MoreSheetProps) {
  const t = useTexts(shellTexts);
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => sheet.current?.showModal(), []);
  return (
    <dialog ref={sheet} className="sheet" aria-label={t.more} onClose={onClose}>
      <div className="flex items-center justify-between">
        <LangSwitch />
        <Button look="quiet" iconOnly aria-label={t.close} onClick={onClose}>
          <X aria-hidden="true" />
        </Button>
      </div>
      <nav aria-label={t.more} className="my-3">
        {entries.map((entry) => (
          <Link key={entry.name} href={entry.href} className="menu-item" onClick={onClose}>
            <entry.Sign />
            {t.nav[entry.name]}
          </Link>
        ))}
      </nav>
      <AccountMenu account={account} up />
    </dialog>
  );
}
