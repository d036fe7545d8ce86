import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { Link } from './Link.tsx';

export type Tab = { key: string; label: string; count?: number; panel: ReactNode };

type TabsProps = { tabs: readonly Tab[]; chosen: string; onChoose: (key: string) => void; label: string };

/** Parts of one thing, one shown at a time: arrows move between them. */
export function Tabs({ tabs, chosen, onChoose, label }: TabsProps) {
  const id = useId();
  const shown = tabs.find((tab) => tab.key === chosen) ?? tabs[0];
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex((tab) => tab.key === shown?.key);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = next === undefined ? undefined : tabs.at(next % tabs.length);
    if (!tab) return;
    event.preventDefault();
    onChoose(tab.key);
    document.getElementById(`${id}-${tab.key}`)?.focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            id={`${id}-${tab.key}`}
            type="button"
            role="tab"
            className="tab"
            aria-selected={tab.key === shown?.key}
            aria-controls={tab.key === shown?.key ? `${id}-panel` : undefined}
            tabIndex={tab.key === shown?.key ? 0 : -1}
            onClick={() => onChoose(tab.key)}
          >
            {tab.label}
            {tab.count === undefined ? null : <small>{tab.count}</small>}
          </button>
        ))}
      </div>
      {shown ? (
        <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${shown.key}`}>
          {shown.panel}
        </div>
      ) : null}
    </>
  );
}

export type TabLink = { href: string; label: string; count?: number; current: boolean };

/** Views with an address of their own, drawn as tabs. */
export function TabLinks({ links, label }: { links: readonly TabLink[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      {links.map((link) => (
        <Link key={link.href} href={link.href} className="tab" aria-current={link.current ? 'page' : undefined}>
          {link.label}
          {link.count === undefined ? null : <small>{link.count}</small>}
        </Link>
      ))}
    </nav>
  );
}
