import type { ComponentType } from 'react';
import type { Action } from '#shared/permission.ts';

export type Frame = 'public' | 'member' | 'desk' | 'own';

export type Screen = {
  /** The address, parameters as `$name`. */
  path: string;
  /** The file below `web/`, without `.tsx`; it exports a component of the file's name. */
  file: string;
  frame: Frame;
  /** What a person must be permitted to do to see it. */
  action?: Action;
};

/** Every screen of the application. Adding one is a line here and its file. */
export const SCREENS: readonly Screen[] = [
  { path: '/sign-in', file: 'accounts/SignInPage', frame: 'public' },
  { path: '/sign-in/link', file: 'accounts/SignInLinkPage', frame: 'public' },
  { path: '/sign-in/issuer', file: 'accounts/IssuerReturnPage', frame: 'public' },
  { path: '/invitation', file: 'accounts/InvitationPage', frame: 'public' },
  { path: '/identity', file: 'delegations/IdentityPage', frame: 'public' },
  { path: '/account', file: 'accounts/AccountPage', frame: 'own' },
  { path: '/account-check', file: 'accounts/AccountCheckPage', frame: 'member', action: 'account.manage' },
  { path: '/home', file: 'requests/HomePage', frame: 'member', action: 'request.read' },
  { path: '/requests', file: 'requests/RequestsPage', frame: 'member', action: 'request.read' },
  { path: '/requests/new', file: 'requests/NewRequestPage', frame: 'member', action: 'request.write' },
  { path: '/requests/$id', file: 'requests/RequestPage', frame: 'member', action: 'request.read' },
  { path: '/requests/$id/edit/$step', file: 'requests/EditRequestPage', frame: 'own', action: 'request.write' },
  { path: '/tasks', file: 'requests/TasksPage', frame: 'own', action: 'task.read' },
  { path: '/sheets', file: 'schedule/SheetsPage', frame: 'own', action: 'task.read' },
  { path: '/delegation', file: 'delegations/DelegationPage', frame: 'member', action: 'delegation.read' },
  { path: '/desk', file: 'requests/desk/QueuePage', frame: 'desk', action: 'request.read' },
  { path: '/desk/requests/$id', file: 'requests/desk/DeskRequestPage', frame: 'desk', action: 'request.read' },
  { path: '/desk/passes', file: 'passes/PassBoardPage', frame: 'desk', action: 'pass.read' },
  { path: '/desk/schedule/release', file: 'schedule/ReleasePage', frame: 'desk', action: 'schedule.read' },
  { path: '/proofs', file: 'schedule/ProofsPage', frame: 'member', action: 'proof.read' },
  { path: '/desk/schedule', file: 'schedule/ScheduleEditorPage', frame: 'desk', action: 'schedule.read' },
  { path: '/desk/bilaterals', file: 'bilaterals/BilateralsPage', frame: 'desk', action: 'bilateral.read' },
  { path: '/desk/bilaterals/$id', file: 'bilaterals/BilateralPage', frame: 'desk', action: 'bilateral.read' },
  { path: '/desk/delegations', file: 'delegations/DeskDelegationsPage', frame: 'desk', action: 'delegation.read' },
  { path: '/desk/retention', file: 'delegations/RetentionPage', frame: 'desk', action: 'retention.read' },
  { path: '/certificates', file: 'delegations/CertificatesPage', frame: 'own', action: 'certificate.read' },
  { path: '/desk/members', file: 'organisations/MembersPage', frame: 'desk', action: 'organisation.read' },
  { path: '/desk/accounts', file: 'accounts/AccountsPage', frame: 'desk', action: 'account.list' },
  { path: '/desk/account-checks', file: 'accounts/AccountChecksPage', frame: 'desk', action: 'account.manage' },
  { path: '/desk/outbox', file: 'notifications/OutboxPage', frame: 'desk', action: 'outbox.read' },
  { path: '/desk/calls', file: 'calls/CallsPage', frame: 'desk', action: 'call.read' },
  { path: '/desk/calls/$id', file: 'proposals/RankingPage', frame: 'desk', action: 'proposal.read' },
  { path: '/desk/settings', file: 'events/SettingsPage', frame: 'desk', action: 'event.read' },
  { path: '/desk/history', file: 'requests/desk/HistoryPage', frame: 'desk', action: 'account.self' },
  { path: '/history', file: 'requests/MemberHistoryPage', frame: 'member', action: 'history.read' },
];

type Module = Readonly<Record<string, ComponentType>>;

const files = import.meta.glob<Module>(['./*/**/*Page.tsx', '!./layouts/*']);

/** How to fetch a screen's code; undefined while its file does not exist. */
export function loaderOf(screen: Screen): (() => Promise<Module>) | undefined {
  return files[`./${screen.file}.tsx`];
}

export const builtScreens: readonly Screen[] = SCREENS.filter((screen) => loaderOf(screen) !== undefined);

/** Whether an address without parameters leads to a screen; menus leave out what does not exist. */
export function hasScreen(path: string): boolean {
  return builtScreens.some((screen) => screen.path === path);
}

/** The screen at an address without parameters. */
export function screenAt(path: string): Screen | undefined {
  return builtScreens.find((screen) => screen.path === path);
}
