import type { Tx } from '#db/connect.ts';
import { lockDelegates } from '#db/queries/delegate-locks.ts';
import { enqueueMail, recipientsAtMember } from '#db/queries/enqueue-mail.ts';
import { replaceParts, type SessionRow, type SpeakerRow, sessionById, updateSession } from '#db/queries/sessions.ts';
import { refuseClashes } from '#server/clashes/refuse-clashes.ts';
import type { Actor } from '#shared/actor.ts';
import type { ProgrammeSessionId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Promotion, SessionView } from '#shared/schedule/contract.ts';
import { whyNotPromote } from '#shared/schedule/policy.ts';
import { schedulePolicyTexts } from '#shared/schedule/policy-texts.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { refuseField } from './fit-room.ts';
import { openSession, readSession } from './open-session.ts';
import { recordSession } from './record-session.ts';

/**
 * The first who stands by takes a speaker's place and role, in one act. They must be free then, or there is a reason;
 * every municipality that it concerns is told.
 */
export function promoteStandby(
  ctx: Ctx,
  actor: Actor,
  id: ProgrammeSessionId,
  version: number,
  input: Promotion,
): Promise<SessionView> {
  return ctx.database.write(actor, async (tx) => {
    const { eventId, request, before } = await openSession(tx, actor, id, version);
    const because = whyNotPromote(actor, before);
    if (because) refuse('wrong-state', { because });
    const row = (await sessionById(tx, id)) ?? refuse('not-found', {});
    const out = row.speakers[input.speaker];
    const [next, ...waiting] = row.standbys;
    if (!out || !next) return refuseField('/speaker', textsIn(schedulePolicyTexts, actor.lang).noSpeaker);

    const wanted = next.delegateId === null ? [] : [next.delegateId];
    const people = await lockDelegates(tx, eventId, wanted);
    if (people.length < wanted.length) refuse('not-in-delegation', {}, { delegateIds: wanted });
    const accepted = await free(tx, actor, row, out, people, input.override);

    const speakers = row.speakers.map((one, nth) => (nth === input.speaker ? { ...next, role: out.role } : one));
    await replaceParts(tx, id, {
      hostIds: row.hosts.map((host) => host.id),
      cohostIds: row.hosts.filter((host) => host.role === 'cohost').map((host) => host.id),
      speakers: speakers.map(withoutDelegate),
      standbys: waiting.map(withoutDelegate),
    });
    await updateSession(tx, id, {});
    const session = await readSession(tx, id);
    await recordSession(ctx, tx, actor, eventId, session, {
      ...{ action: 'promote', reason: input.reason },
      details: { place: input.speaker, out: out.delegateId, in: next.delegateId, accepted, override: input.override },
    });
    const gone = out.delegateId ? await lockDelegates(tx, eventId, [out.delegateId]) : [];
    const members = [request?.memberId, ...[...people, ...gone].map((person) => person.memberId)];
    if (!before.trial) await tellMembers(ctx, tx, session, new Set(members.flatMap((one) => (one ? [one] : []))));
    return session;
  });
}

/** A video message needs nobody on the spot; anybody else must not be in two places. */
async function free(
  tx: Tx,
  actor: Actor,
  row: SessionRow,
  { role }: SpeakerRow,
  people: Awaited<ReturnType<typeof lockDelegates>>,
  override: string | undefined,
): Promise<string[]> {
  const { id, startsAt, endsAt } = row;
  if (!startsAt || !endsAt || role === 'video') return [];
  return refuseClashes(tx, actor, { id, kind: 'session', startsAt, endsAt }, people, override);
}

function withoutDelegate({ delegate: _, ...speaker }: SpeakerRow) {
  return speaker;
}

async function tellMembers(ctx: Ctx, tx: Tx, session: SessionView, members: ReadonlySet<string>): Promise<void> {
  for (const memberId of members) {
    const own = memberId === session.memberId && session.requestId !== null;
    await enqueueMail(tx, {
      to: await recipientsAtMember(tx, memberId),
      template: 'session.promoted',
      params: { path: own ? `/requests/${session.requestId}` : '/delegation' },
      ...(own ? { requestId: session.requestId } : {}),
      memberId,
      at: ctx.realNow(),
    });
  }
}
