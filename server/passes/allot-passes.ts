import type { Tx } from '#db/connect.ts';
import { type DelegateRow, lockDelegates } from '#db/queries/delegate-locks.ts';
import { writeHistory } from '#db/queries/history.ts';
import {
  holdersAmong,
  insertPasses,
  type LockedPool,
  lockPools,
  type NewPass,
  passesOfRequest,
  placesOf,
} from '#db/queries/passes.ts';
import { lockRequest, type RequestRecord } from '#db/queries/requests.ts';
import { violated } from '#db/violation.ts';
import { refuseStale } from '#server/requests/refuse-stale.ts';
import type { Actor } from '#shared/actor.ts';
import { personName } from '#shared/clashes/person-name.ts';
import type { RequestId } from '#shared/ids.ts';
import { inLang } from '#shared/lang.ts';
import type { AllotPasses, PassView } from '#shared/passes/contract.ts';
import { meet, seat, within } from '#shared/passes/places.ts';
import { whyNotAllotNow } from '#shared/passes/policy.ts';
import { passPolicyTexts } from '#shared/passes/policy-texts.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import { formatDay, formatShortDay } from '#shared/time.ts';
import type { Ctx } from '../context.ts';
import { presentPass } from './present.ts';
import { settleRequest } from './settle-request.ts';
import { tellMember } from './tell-member.ts';

type Places = AllotPasses['places'];

/**
 * Gives places to people of the asking municipality: all that are asked for, or none. Locks in the order request,
 * pools, delegates, so that colleagues who want the same place wait for each other and the later ones see it gone.
 */
export async function allotPasses(
  ctx: Ctx,
  actor: Actor,
  requestId: RequestId,
  version: number,
  { places }: AllotPasses,
): Promise<{ items: PassView[] }> {
  return ctx.database
    .write(actor, async (tx) => {
      const request = (await lockRequest(tx, actor, requestId)) ?? refuse('not-found', {});
      if (request.version !== version) return refuseStale(tx, actor, requestId);
      const because = whyNotAllotNow(actor, request);
      if (because) refuse('wrong-state', { because });

      const pools = await lockPools(tx, request.eventId, [...new Set(places.map((one) => one.poolId))]);
      refuseOutsidePools(actor, pools, places);
      await refuseUnfitPeople(tx, actor, request, places);
      const passes = await seatAll(tx, actor, pools, places);

      const ids = await insertPasses(tx, { ...ownerOf(request), at: ctx.now() }, passes);
      for (const [index, pass] of passes.entries()) await record(ctx, tx, actor, request, ids[index] as string, pass);
      await settleRequest(ctx, tx, actor, request, null);
      await tellMember(ctx, tx, request, 'pass.allotted');
      const rows = await passesOfRequest(tx, request.id);
      return { items: rows.filter((row) => ids.includes(row.id)).map(presentPass) };
    })
    .catch(wall);
}

function ownerOf({ eventId, memberId, id }: RequestRecord) {
  return { eventId, memberId, requestId: id };
}

function refuseOutsidePools(actor: Actor, pools: readonly LockedPool[], places: Places): void {
  const words = textsIn(passPolicyTexts, actor.lang);
  const errors = places.flatMap((place, index) => {
    const pool = pools.find((one) => one.id === place.poolId);
    if (!pool) return [{ pointer: `/places/${index}/poolId`, detail: words.noPool }];
    if (place.from <= place.to && within(place, pool)) return [];
    const [from, to] = [pool.from, pool.to].map((day) => formatShortDay(day, actor.lang)) as [string, string];
    return [{ pointer: `/places/${index}/from`, detail: words.outsidePool(from, to) }];
  });
  if (errors.length > 0) refuse('invalid-input', { count: errors.length }, { errors });
}

async function refuseUnfitPeople(tx: Tx, actor: Actor, request: RequestRecord, places: Places): Promise<void> {
  const asked = [...new Set(places.map((one) => one.delegateId))];
  const people = (await lockDelegates(tx, request.eventId, asked)).filter((one) => one.memberId === request.memberId);
  const strangers = asked.filter((id) => !people.some((one) => one.id === id));
  if (strangers.length > 0) refuse('not-in-delegation', {}, { delegateIds: strangers });

  const twice = places.filter((one, index) =>
    places.some((other, at) => at < index && other.delegateId === one.delegateId && meet(other, one)),
  );
  const holders = new Set([...(await holdersAmong(tx, places)), ...twice.map((one) => one.delegateId as string)]);
  if (holders.size === 0) return;
  refuse(
    'already-holds-pass',
    {
      names: namesOf(
        actor,
        people.filter((one) => holders.has(one.id)),
      ),
    },
    { delegateIds: [...holders] },
  );
}

function namesOf(actor: Actor, people: readonly DelegateRow[]): string {
  return people.map((one) => inLang(personName(one), actor.lang).text).join(actor.lang === 'ja' ? '、' : ', ');
}

async function seatAll(tx: Tx, actor: Actor, pools: readonly LockedPool[], places: Places): Promise<NewPass[]> {
  const known = await placesOf(
    tx,
    pools.map((pool) => pool.id),
  );
  return pools.flatMap((pool) => {
    const asked = places.filter((one) => one.poolId === pool.id);
    const numbers = known.places.filter((one) => one.poolId === pool.id).map((one) => one.number);
    const seating = seat(
      numbers,
      known.taken.filter((one) => one.poolId === pool.id),
      asked,
    );
    if (seating.fits) return asked.map((one, at) => ({ ...one, placeNumber: seating.numbers[at] as number }));
    const name = inLang({ ja: pool.nameJa, en: pool.nameEn }, actor.lang).text;
    const { day, short } = seating;
    return refuse('pool-full', { pool: name, day: formatDay(day, actor.lang), short }, { poolId: pool.id, day, short });
  });
}

async function record(ctx: Ctx, tx: Tx, actor: Actor, request: RequestRecord, id: string, pass: NewPass) {
  const { poolId, placeNumber, delegateId, from, to } = pass;
  await writeHistory(tx, {
    at: ctx.now(),
    actor,
    subject: 'pass',
    subjectId: id,
    action: 'allot',
    to: 'confirmed',
    ...ownerOf(request),
    details: { poolId, placeNumber, delegateId, days: `${from}/${to}` },
  });
}

/** The constraints stand behind the locks: whatever gets past the questions above is refused in the same words. */
function wall(error: unknown): never {
  const constraint = violated(error);
  if (constraint === 'place_free' || constraint === 'pass_within_pool') refuse('pool-full', { pool: '', short: 1 });
  if (constraint === 'delegate_free') refuse('already-holds-pass', { names: '' });
  throw error;
}
