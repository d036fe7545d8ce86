import { type EventFacts, jst, type Making, must, writerOf } from './demo-making.ts';
import type { Ask, Beat } from './demo-play.ts';

const OFFICE = ['staff@desk', 'registrar@desk', 'tadokoro@desk', 'naka@desk'] as const;
/** Everybody had read everything by then; what came later is new to them. */
const OFFICE_READ = jst('2027-09-22', '12:00');
const MEMBER_READ = jst('2027-09-21', '15:00');
/** What of a request is told by mail, and to whom. */
const MAILS = {
  submit: ['request.received', 'office'],
  ask: ['request.question', 'member'],
  offer: ['request.offer', 'member'],
  waitlist: ['request.waitlisted', 'member'],
  decline: ['request.declined', 'member'],
  message: ['request.message-from-member', 'office'],
} as const;
const SINCE = jst('2027-09-16', '00:00');

/** How far people have read, the views they keep, and the mail of the last days: some of it sent, the latest waiting. */
export function makeAttention(
  making: Making,
  event: EventFacts,
  asks: readonly Ask[],
  references: ReadonlyMap<string, string>,
): void {
  const { add, id, accounts } = making;
  for (const ask of asks) {
    if (!ask.beats.some((beat) => beat.do === 'submit')) continue;
    for (const name of OFFICE) add('requestSeen', seen(ask, must(accounts, name).id, OFFICE_READ));
    add('requestSeen', seen(ask, writerOf(making, ask.member).id, MEMBER_READ));
  }
  const views = [
    ['首長の登壇', `event=${event.slug}&kind=speaking&head=true`],
    ['待機中のパス', `event=${event.slug}&kind=pass&state=waitlisted`],
  ] as const;
  views.forEach(([name, query], position) => {
    add('savedView', {
      id: id(jst('2027-07-01', '09:30')),
      accountId: must(accounts, 'staff@desk').id,
      name,
      query,
      position,
    });
  });
  const mails = asks
    .filter((ask) => ask.event.id === event.id)
    .flatMap((ask) => ask.beats.filter((beat) => beat.at >= SINCE).map((beat) => ({ ask, beat })))
    .sort((a, b) => a.beat.at.getTime() - b.beat.at.getTime());
  for (const [index, { ask, beat }] of mails.entries()) {
    send(making, { ask, beat, reference: references.get(ask.id) ?? '' }, index >= mails.length - 9);
  }
}

function seen(ask: Ask, accountId: string, seenAt: Date) {
  return { requestId: ask.id, accountId, seenAt, presentAt: null };
}

/** The mail about one step, to the municipality’s writer or to the coordinator. The outbox runs by the wall clock. */
function send(
  { add, id, realNow, accounts }: Making,
  { ask, beat, reference }: { ask: Ask; beat: Beat; reference: string },
  waiting: boolean,
): void {
  if (!(beat.do in MAILS)) return;
  const fromOffice = beat.do === 'message' && !beat.by?.endsWith('@member');
  const [template, side] = fromOffice
    ? (['request.message-from-office', 'member'] as const)
    : MAILS[beat.do as keyof typeof MAILS];
  const account = side === 'member' ? writerOf({ accounts }, ask.member) : must(accounts, 'staff@desk');
  const path = side === 'member' ? `/requests/${ask.id}` : `/desk/requests/${ask.id}`;
  add('outbox', {
    ...{
      id: id(realNow),
      accountId: account.id,
      template,
      requestId: ask.id,
      memberId: ask.member.id,
      dedupeKey: null,
    },
    params: { path, reference, kind: ask.kind, ...(beat.due ? { dueAt: beat.due.toISOString() } : {}) },
    ...{ state: waiting ? 'ready' : 'sent', attempts: waiting ? 0 : 1, runAt: realNow, createdAt: realNow },
    sentAt: waiting ? null : realNow,
  });
}
