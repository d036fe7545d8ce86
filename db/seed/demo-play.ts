import { searchText } from '#db/queries/request-search.ts';
import type { JsonObject } from '#db/tables.ts';
import { dueAt as dueBy } from '#shared/requests/due.ts';
import { KIND_LETTER, type RequestKind, referenceOf } from '#shared/requests/kind-names.ts';
import { kindOf, parseDetails } from '#shared/requests/kinds.ts';
import {
  isClosed,
  nextState,
  type RequestAction,
  type RequestState,
  TRANSITIONS,
  type Transition,
  type Turn,
} from '#shared/requests/lifecycle.ts';
import { riskAt } from '#shared/requests/risk.ts';
import { pairsOf } from '#shared/requests/search.ts';
import { type Account, type EventFacts, type Making, type Member, must, writerOf } from './demo-making.ts';

/** One thing somebody did about a request. */
export type Beat = {
  do: RequestAction | 'create' | 'assign' | 'next_step' | 'stage' | 'message' | 'note';
  at: Date;
  /** An account; else the municipality's writer for its own steps, and the owner for the desk's. */
  by?: string;
  /** The question, offer, answer, reason, message or note. */
  text?: string;
  due?: Date;
  owner?: string;
  turn?: Turn;
  nextStep?: string;
  stage?: string | null;
};

/** A request to be played through: what it asks, and what happened to it. */
export type Ask = {
  id: string;
  event: EventFacts;
  member: Member;
  kind: RequestKind;
  details: unknown;
  beats: readonly Beat[];
};

type Now = {
  state: RequestState;
  stage: string | null;
  turn: Turn;
  nextStep: string;
  dueAt: Date | null;
  owner: Account | null;
  decidedAt: Date | null;
  submittedAt: Date | null;
  closedAt: Date | null;
  memberActedAt: Date | null;
  officeActedAt: Date | null;
  updatedAt: Date;
  updatedBy: string;
  version: number;
};

const SAYS = { ask: 'question', offer: 'offer', decline: 'decision', answer: 'answer', message: 'message' } as const;
const DECIDES: readonly string[] = ['approve', 'waitlist', 'decline', 'accept_offer'];
const isStep = (act: Beat['do']): act is RequestAction => act in TRANSITIONS;
const byMember = ({ do: act, by }: Beat) =>
  act === 'create' || (isStep(act) && (TRANSITIONS[act] as Transition).by === 'member') || by?.endsWith('@member');

/**
 * Plays requests through in the order they were sent, each step by the table of steps that the desk itself uses.
 * Answers the references that were given out, by request.
 */
export function playAll(making: Making, asks: readonly Ask[]): Map<string, string> {
  const references = new Map<string, string>();
  const sentAt = ({ beats }: Ask) => beats.find((beat) => beat.do === 'submit')?.at ?? new Date(8.64e15);
  const last = new Map<string, number>();
  for (const ask of asks.toSorted((a, b) => sentAt(a).getTime() - sentAt(b).getTime())) {
    const counter = `${ask.event.shortName}-${KIND_LETTER[ask.kind]}`;
    const sent = ask.beats.some((beat) => beat.do === 'submit');
    const number = sent ? (last.get(counter) ?? 0) + 1 : null;
    if (number !== null) last.set(counter, number);
    const reference = number === null ? null : referenceOf(ask.event.shortName, ask.kind, number);
    if (reference !== null) references.set(ask.id, reference);
    play(making, ask, number, reference);
  }
  for (const ask of new Map(asks.map((one) => [`${one.event.id} ${one.kind}`, one])).values()) {
    const counter = `${ask.event.shortName}-${KIND_LETTER[ask.kind]}`;
    making.add('requestCounter', { eventId: ask.event.id, kind: ask.kind, last: last.get(counter) ?? 0 });
  }
  return references;
}

function play(making: Making, ask: Ask, number: number | null, reference: string | null): void {
  const kind = kindOf(ask.kind);
  const details = parseDetails(ask.kind, ask.details).data;
  if (!details) throw new Error(`answers that do not fit: ${ask.member.en} ${ask.kind}`);
  const writer = writerOf(making, ask.member);
  const created = ask.beats[0]?.at ?? making.realNow;
  let now: Now = {
    ...{ state: 'draft', stage: null, turn: 'member', nextStep: '', dueAt: null, owner: null, decidedAt: null },
    ...{ submittedAt: null, closedAt: null, memberActedAt: created, officeActedAt: null },
    ...{ updatedAt: created, updatedBy: writer.id, version: 1 },
  };
  for (const beat of ask.beats) now = take(making, ask, now, beat, reference);

  const { owner, ...columns } = now;
  const title = kind.title(details);
  const base = { eventId: ask.event.id, memberId: ask.member.id };
  making.add('request', {
    ...{ id: ask.id, ...base, kind: ask.kind, number, reference, titleJa: title.ja, titleEn: title.en },
    ...{ details: details as JsonObject, step: '', ...columns, ownerId: owner?.id ?? null, late: false },
    riskAt: now.dueAt && riskAt(ask.kind, now.state, now.dueAt),
    headOfGovernment: kind.asksForHead(details),
    createdBy: writer.id,
    createdAt: created,
  });
  kind.delegateIds(details).forEach((delegateId, position) => {
    making.add('requestDelegate', { requestId: ask.id, memberId: ask.member.id, delegateId, position });
  });
  const names = [ask.member.ja, ask.member.en, ask.member.kana];
  const text = searchText(reference, names, [title.ja, title.en, ...kind.searchable(details)]);
  making.add('requestSearch', { requestId: ask.id, ...base, text, pairs: pairsOf(text) });
}

function take(making: Making, ask: Ask, now: Now, beat: Beat, reference: string | null): Now {
  if (beat.do === 'create') return now;
  const fromMember = Boolean(byMember(beat));
  const owner = beat.owner === undefined ? now.owner : must(making.accounts, beat.owner);
  const actor = beat.by
    ? must(making.accounts, beat.by)
    : fromMember
      ? writerOf(making, ask.member)
      : (owner ?? must(making.accounts, 'staff@desk'));
  say(making, ask, beat, actor, fromMember);
  const acted = fromMember ? { memberActedAt: beat.at } : { officeActedAt: beat.at };
  if (beat.do === 'note') return now;
  if (beat.do === 'message') return { ...now, ...acted };

  const next: Now = { ...now, ...change(making, ask, now, beat, owner), owner };
  const quiet = beat.do === 'assign';
  record(making, ask, now, next, beat, actor, reference);
  const stamp = { updatedAt: beat.at, updatedBy: actor.id, version: now.version + 1 };
  return { ...next, ...(quiet ? {} : acted), ...stamp };
}

function change(making: Making, ask: Ask, now: Now, beat: Beat, owner: Account | null): Partial<Now> {
  if (beat.do === 'assign') return { owner };
  if (beat.do === 'stage') return { stage: beat.stage ?? null };
  if (beat.do === 'next_step') {
    return { turn: beat.turn ?? now.turn, nextStep: beat.nextStep ?? '', dueAt: beat.due ?? now.dueAt };
  }
  if (!isStep(beat.do)) return {};
  const state = nextState(now.state, beat.do);
  if (state === null) throw new Error(`${ask.member.en} ${ask.kind}: ${beat.do} out of ${now.state}`);
  const { turn, due }: Transition = TRANSITIONS[beat.do];
  const dueAt = dueBy(due, beat.at, {
    given: beat.due ?? null,
    eventEndsOn: ask.event.endsOn,
    internalDeadline: nextDeadline(making, ask, beat.at),
  });
  return {
    ...{ state, turn, dueAt, nextStep: beat.nextStep ?? '', closedAt: isClosed(state) ? beat.at : null },
    ...(beat.stage === undefined ? {} : { stage: beat.stage }),
    ...(beat.do === 'submit' ? { submittedAt: beat.at } : {}),
    ...(beat.do === 'reopen' ? { decidedAt: null } : {}),
    ...(DECIDES.includes(beat.do) ? { decidedAt: beat.at } : {}),
  };
}

function nextDeadline({ internalDeadlines }: Making, { event, kind }: Ask, now: Date): Date | null {
  const later = internalDeadlines.filter(
    (one) => one.eventId === event.id && one.kind === kind && one.dueAt.getTime() > now.getTime(),
  );
  return later.map((one) => one.dueAt).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

function say({ add, id }: Making, ask: Ask, beat: Beat, actor: Account, fromMember: boolean): void {
  if (!beat.text) return;
  const base = { id: id(beat.at), requestId: ask.id, authorId: actor.id, body: beat.text, createdAt: beat.at };
  if (beat.do === 'note') add('internalNote', base);
  else if (beat.do in SAYS) {
    const kind = SAYS[beat.do as keyof typeof SAYS];
    add('message', { ...base, memberId: ask.member.id, fromOffice: !fromMember, kind });
  }
}

function record(
  { add, id }: Making,
  ask: Ask,
  before: Now,
  after: Now,
  beat: Beat,
  actor: Account,
  reference: string | null,
): void {
  const moves = isStep(beat.do);
  const reasoned = beat.do === 'decline' || beat.do === 'withdraw' || beat.do === 'refuse_offer';
  const due = beat.due ? { dueAt: beat.due.toISOString() } : {};
  const details = {
    ...(beat.do === 'submit' ? { reference } : {}),
    ...(beat.do === 'assign' ? { from: before.owner?.id ?? null, to: after.owner?.id ?? null } : {}),
    ...(beat.do === 'stage' ? { from: before.stage, to: after.stage } : {}),
    ...(beat.do === 'next_step' ? { turn: after.turn, ...due } : {}),
    ...(moves ? due : {}),
  };
  add('history', {
    ...{ id: id(beat.at), at: beat.at, actorId: actor.id, actorRole: actor.role },
    ...{ memberId: ask.member.id, eventId: ask.event.id, requestId: ask.id, subject: 'request', subjectId: ask.id },
    action: beat.do,
    fromState: moves ? before.state : null,
    toState: moves ? after.state : null,
    reason: reasoned ? (beat.text ?? null) : null,
    details,
  });
}
