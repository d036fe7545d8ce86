import type { Lang } from '#shared/lang.ts';
import type { Day } from '#shared/time.ts';
import type { PublicSession } from './contract.ts';
import type { Paper, readPaperCode } from './paper-code.ts';
import { membersInOrder } from './paper-code.ts';
import type { PublicEvent } from './public-days.ts';
import { publicFilter } from './public-filter.ts';
import { type PublicProgramme, type PublicSite, type ShownSession, shownSession } from './public-view.ts';

export type PaperChange = {
  kind: 'new' | 'removed' | 'cancelled' | 'restored' | 'moved' | 'changed';
  /** On the paper, and now; one of them is null for what is new or was taken off. */
  before: ShownSession | null;
  after: ShownSession | null;
};

/** What is said of a printed list: of which day it is and what has changed since; null changes for an unknown code. */
export type PublicPaperView = {
  site: PublicSite;
  event: PublicEvent;
  release: PublicProgramme['release'];
  lang: Lang;
  code: string;
  paper: { release: number; day: Day; words: boolean; changes: PaperChange[] } | null;
};

type ReadPaper = NonNullable<ReturnType<typeof readPaperCode>>;

/** The paper itself, once the release it was printed from is known. */
export function paperOf(read: ReadPaper, printed: readonly PublicSession[]): Paper {
  const { member, ...rest } = read;
  return { ...rest, member: member === 0 ? null : (membersInOrder(printed)[member - 1] ?? null) };
}

/**
 * What somebody with the paper in the hand must know: the sessions that stand on it, or would stand on it now, and are
 * not as printed. One that left the paper's day or its filter is on no paper of today and so is a change of its own.
 */
export function paperChanges(
  paper: Paper,
  printed: readonly PublicSession[],
  latest: readonly PublicSession[],
  lang: Lang,
): PaperChange[] {
  const fits = publicFilter({ theme: paper.theme, member: paper.member, interp: paper.interp, q: '' });
  const on = (session: PublicSession) => session.day === paper.day && fits(session);
  const was = new Map<string, PublicSession>(printed.filter(on).map((session) => [session.id, session]));
  const now = new Map<string, PublicSession>(latest.map((session) => [session.id, session]));
  const show = (session: PublicSession | undefined) =>
    session ? shownSession(session, lang, new Date(session.startsAt), false) : null;
  const changes: PaperChange[] = [];
  for (const [id, before] of was) {
    const after = now.get(id);
    const kind = kindOf(before, after);
    if (kind) changes.push({ kind, before: show(before), after: show(after) });
  }
  for (const after of latest.filter(on)) {
    if (!was.has(after.id)) changes.push({ kind: 'new', before: null, after: show(after) });
  }
  const at = ({ before, after }: PaperChange) => (before ?? after)?.session.startsAt ?? '';
  return changes.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}

/** What stands on a line of the paper, and nothing else: a new abstract makes no paper old. */
const LINE = ['title', 'hosts', 'interpretation'] as const;

function kindOf(before: PublicSession, after: PublicSession | undefined): PaperChange['kind'] | null {
  if (!after) return 'removed';
  if (before.state !== after.state) return after.state === 'cancelled' ? 'cancelled' : 'restored';
  if (before.startsAt !== after.startsAt || before.endsAt !== after.endsAt || before.room.id !== after.room.id)
    return 'moved';
  const same = LINE.every((field) => JSON.stringify(lineOf(before[field])) === JSON.stringify(lineOf(after[field])));
  return same ? null : 'changed';
}

/** Names only, in one order of keys: the database gives keys back in its own. */
function lineOf(value: PublicSession[(typeof LINE)[number]]): unknown {
  if (typeof value === 'string') return value;
  const name = (of: { ja: string; en: string }) => [of.ja, of.en];
  return Array.isArray(value) ? value.map((host) => name(host.name)) : name(value as { ja: string; en: string });
}
