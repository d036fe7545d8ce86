import type { Change, ChangedSession, ChangeKind } from './change-contract.ts';
import type { PublicSession } from './contract.ts';

const MINUTE = 60_000;
/** How often and when a session was touched says nothing about what it is. */
const STAMPS = new Set(['revision', 'changedAt']);
/** Compared as they stand, in the order in which people are told. */
const FIELDS = [
  'room',
  'title',
  'speakers',
  'hosts',
  'language',
  'interpretation',
  'abstract',
  'theme',
  'format',
  'streamUrl',
  'notices',
] as const;
const TYPED = new Set<string>(['id', 'day', 'startsAt', 'endsAt', 'state', ...FIELDS]);

/**
 * In which sessions two releases differ, field by field: those of `to` in its order, then those that are gone. A
 * session is the same by its id, wherever it went. Linear in the number of sessions; times are in whole milliseconds.
 */
export function changesBetween(from: readonly PublicSession[], to: readonly PublicSession[]): ChangedSession[] {
  const before = new Map(from.map((session) => [session.id, session]));
  const changed: ChangedSession[] = [];
  for (const session of to) {
    const changes = sessionChanges(before.get(session.id), session);
    if (changes.length > 0) changed.push({ id: session.id, changes });
    before.delete(session.id);
  }
  for (const session of before.values()) changed.push({ id: session.id, changes: sessionChanges(session, undefined) });
  return changed;
}

/** In what one session differs; undefined stands for a release that does not have it. */
export function sessionChanges(from: PublicSession | undefined, to: PublicSession | undefined): Change[] {
  if (from === to || from === undefined || to === undefined) {
    if (from && !to) return [{ kind: 'removed', from: unstamped(from) }];
    return to && !from ? [{ kind: 'added', to: unstamped(to) }] : [];
  }
  const changes: Change[] = [];
  if (from.state !== to.state) {
    changes.push({ kind: to.state === 'cancelled' ? 'cancelled' : 'restored', from: from.state, to: to.state });
  }
  if (from.startsAt !== to.startsAt || from.day !== to.day) {
    changes.push({ kind: 'moved', from: startOf(from), to: startOf(to) });
  }
  if (minutesOf(from) !== minutesOf(to)) changes.push({ kind: 'length', from: minutesOf(from), to: minutesOf(to) });
  for (const kind of FIELDS) {
    if (!same(from[kind], to[kind])) changes.push({ kind, ...values(from[kind], to[kind]) } as Change);
  }
  for (const name of othersOf(from, to)) {
    const [was, is] = [fieldOf(from, name), fieldOf(to, name)];
    if (!same(was, is)) changes.push({ kind: 'other', field: name, ...values(was, is) });
  }
  return changes;
}

/** The release that one becomes by these changes, by time and id. Changes of a session it does not have change nothing. */
export function applyChanges(from: readonly PublicSession[], changed: readonly ChangedSession[]): PublicSession[] {
  const sessions = new Map(from.map((session) => [session.id, session]));
  for (const { id, changes } of changed) {
    const session = changes.reduce<PublicSession | undefined>(applied, sessions.get(id));
    if (session) sessions.set(id, session);
    else sessions.delete(id);
  }
  return [...sessions.values()].sort(byTime);
}

/** The same changes seen from the other side: what was becomes what is. */
export function invertChanges(changed: readonly ChangedSession[]): ChangedSession[] {
  return changed.map(({ id, changes }) => ({ id, changes: changes.map(inverted) }));
}

/** The order in which a release keeps its sessions: by their start, then by their id. */
export function byTime(a: PublicSession, b: PublicSession): number {
  if (a.startsAt !== b.startsAt) return a.startsAt < b.startsAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Speakers or hosts of one list compared with another, by who they are. */
export type PartsDifference<Part> = { joined: Part[]; left: Part[]; changed: { from: Part; to: Part }[] };

/** Who came, who went, and who is there with another role, title or organisation; a person is known by the name. */
export function partsDifference<Part extends { name: { ja: string; en: string } }>(
  from: readonly Part[] = [],
  to: readonly Part[] = [],
): PartsDifference<Part> {
  const key = ({ name }: Part) => `${name.ja}\n${name.en}`;
  const before = new Map<string, Part[]>();
  for (const part of from) before.set(key(part), [...(before.get(key(part)) ?? []), part]);
  const difference: PartsDifference<Part> = { joined: [], left: [], changed: [] };
  for (const part of to) {
    const was = before.get(key(part))?.shift();
    if (!was) difference.joined.push(part);
    else if (!same(was, part)) difference.changed.push({ from: was, to: part });
  }
  difference.left.push(...[...before.values()].flat());
  return difference;
}

export type Mark = 'new' | 'removed' | 'cancelled' | 'restored' | 'moved' | 'changed';
const MARK: Partial<Record<ChangeKind, Mark>> = {
  added: 'new',
  removed: 'removed',
  cancelled: 'cancelled',
  restored: 'restored',
  moved: 'moved',
  length: 'moved',
  room: 'moved',
};

/** The one word for a session's changes, the gravest first; null when there are none. */
export function markOf(changes: readonly Change[]): Mark | null {
  const marks = new Set(changes.map(({ kind }) => MARK[kind] ?? 'changed'));
  const order: readonly Mark[] = ['new', 'removed', 'cancelled', 'restored', 'moved', 'changed'];
  return order.find((mark) => marks.has(mark)) ?? null;
}

/** What one release changed against the one before it. */
export type ReleaseChanges = { number: number; changed: readonly ChangedSession[] };

/**
 * What changed after release `since`, as one difference: a session that moved and moved back has not changed. `latest`
 * is what the latest release shows, `history` what each release changed, in any order.
 */
export function changesSince(
  latest: readonly PublicSession[],
  history: readonly ReleaseChanges[],
  since: number,
): ChangedSession[] {
  const later = history.filter(({ number }) => number > since).sort((a, b) => b.number - a.number);
  const then = later.reduce<readonly PublicSession[]>(
    (sessions, { changed }) => applyChanges(sessions, invertChanges(changed)),
    latest,
  );
  return changesBetween(then, latest);
}

function applied(session: PublicSession | undefined, change: Change): PublicSession | undefined {
  if (change.kind === 'added') return change.to;
  if (change.kind === 'removed' || !session) return undefined;
  switch (change.kind) {
    case 'cancelled':
    case 'restored':
      return { ...session, state: change.to };
    case 'moved': {
      const { day, startsAt } = change.to;
      return { ...session, day, startsAt, endsAt: after(startsAt, minutesOf(session)) };
    }
    case 'length':
      return { ...session, endsAt: after(session.startsAt, change.to) };
    case 'other':
      return withValue(session, change.field, change.to);
    default:
      return withValue(session, change.kind, change.to);
  }
}

function inverted(change: Change): Change {
  switch (change.kind) {
    case 'added':
      return { kind: 'removed', from: change.to };
    case 'removed':
      return { kind: 'added', to: change.from };
    case 'cancelled':
      return { kind: 'restored', from: change.to, to: change.from };
    case 'restored':
      return { kind: 'cancelled', from: change.to, to: change.from };
    default: {
      const { from, to, ...rest } = change;
      return { ...rest, ...values(to, from) } as Change;
    }
  }
}

function startOf({ day, startsAt }: PublicSession) {
  return { day, startsAt };
}

function minutesOf({ startsAt, endsAt }: PublicSession): number {
  return (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE;
}

function after(startsAt: string, minutes: number): string {
  return new Date(Date.parse(startsAt) + Math.round(minutes * MINUTE)).toISOString();
}

/** Names of fields that this program compares without knowing them. */
function othersOf(from: PublicSession, to: PublicSession): string[] {
  const names = [...Object.keys(from), ...Object.keys(to)].filter((name) => !TYPED.has(name) && !STAMPS.has(name));
  return names.length === 0 ? names : [...new Set(names)].sort();
}

function fieldOf(session: PublicSession, name: string): unknown {
  return (session as Record<string, unknown>)[name];
}

/** A value that is not there stays away, as it would in JSON. */
function values(from: unknown, to: unknown): { from?: unknown; to?: unknown } {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function withValue(session: PublicSession, name: string, value: unknown): PublicSession {
  const { [name]: _old, ...rest } = session as Record<string, unknown>;
  return (value === undefined ? rest : { ...rest, [name]: value }) as PublicSession;
}

function unstamped(session: PublicSession): PublicSession {
  return Object.fromEntries(Object.entries(session).filter(([name]) => !STAMPS.has(name))) as PublicSession;
}

/** The same content, whatever the order of keys; lists count by their order. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => same(one, b[at]));
  }
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => key in right && same(left[key], right[key]));
}
