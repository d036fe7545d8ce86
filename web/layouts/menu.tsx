import type { ComponentType } from 'react';
import type { Actor } from '#shared/actor.ts';
import { may } from '#shared/permission.ts';
import { paths } from '../paths.ts';
import { screenAt } from '../screens.ts';
import {
  Building2,
  CalendarDays,
  History,
  House,
  Inbox,
  KindIcon,
  List,
  Mail,
  Settings,
  UserRound,
  Users,
} from '../ui/icons.tsx';

const PassSign = () => <KindIcon kind="pass" />;
const BilateralSign = () => <KindIcon kind="bilateral" />;

type EntryName =
  | 'home'
  | 'requests'
  | 'delegation'
  | 'queue'
  | 'passes'
  | 'schedule'
  | 'calls'
  | 'tasks'
  | 'bilaterals'
  | 'delegations'
  | 'members'
  | 'accounts'
  | 'outbox'
  | 'settings'
  | 'retention'
  | 'history';

export type MenuEntry = {
  name: EntryName;
  short?: 'queueShort' | 'passesShort' | 'scheduleShort' | 'bilateralsShort';
} & {
  href: string;
  Sign: ComponentType;
};

const memberMenu: readonly MenuEntry[] = [
  { name: 'home', href: paths.home(), Sign: House },
  { name: 'requests', href: paths.requests(), Sign: List },
  { name: 'delegation', href: paths.delegation(), Sign: Users },
];

const deskMenu: readonly { title: 'arrange' | 'office' | null; entries: readonly MenuEntry[] }[] = [
  { title: null, entries: [{ name: 'queue', short: 'queueShort', href: paths.desk(), Sign: Inbox }] },
  {
    title: 'arrange',
    entries: [
      { name: 'passes', short: 'passesShort', href: paths.passes(), Sign: PassSign },
      { name: 'schedule', short: 'scheduleShort', href: paths.schedule(), Sign: CalendarDays },
      { name: 'bilaterals', short: 'bilateralsShort', href: paths.bilaterals(), Sign: BilateralSign },
      { name: 'calls', href: paths.calls(), Sign: Inbox },
      { name: 'tasks', href: paths.tasks(), Sign: List },
    ],
  },
  {
    title: 'office',
    entries: [
      { name: 'delegations', href: paths.delegations(), Sign: Users },
      { name: 'retention', href: paths.retention(), Sign: List },
      { name: 'members', href: paths.members(), Sign: Building2 },
      { name: 'accounts', href: paths.accounts(), Sign: UserRound },
      { name: 'outbox', href: paths.outbox(), Sign: Mail },
      { name: 'settings', href: paths.settings(), Sign: Settings },
      { name: 'history', href: paths.history(), Sign: History },
    ],
  },
];

/** An entry shows when its screen exists and the person may see it. */
const open = (actor: Actor) => (entry: MenuEntry) => {
  const screen = screenAt(entry.href);
  return screen !== undefined && (screen.action === undefined || may(actor, screen.action));
};

export function memberMenuFor(actor: Actor): readonly MenuEntry[] {
  return memberMenu.filter(open(actor));
}

export function deskMenuFor(actor: Actor) {
  return deskMenu
    .map((group) => ({ ...group, entries: group.entries.filter(open(actor)) }))
    .filter((group) => group.entries.length > 0);
}

/** Where work begins for whom the first entry of the menu is not it. */
const STARTS: Partial<Record<Actor['role'], string>> = { staff_admin: paths.settings(), auditor: paths.history() };

/** The first screen a person should see. */
export function homeOf(actor: Actor): string {
  if (actor.memberId) return paths.home();
  const start = STARTS[actor.role];
  if (start && screenAt(start)) return start;
  return deskMenuFor(actor)[0]?.entries[0]?.href ?? paths.account();
}

/** Whether an entry's screen, or one below it, is on show; the queue's address begins every other one of the desk. */
export function isCurrent(entry: MenuEntry, path: string): boolean {
  if (entry.href === paths.desk()) return path === '/desk' || path.startsWith('/desk/requests');
  return path === entry.href || path.startsWith(`${entry.href}/`);
}
