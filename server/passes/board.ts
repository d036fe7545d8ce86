import type { boardMembers, openPassRequests, poolsOf } from '#db/queries/pass-board.ts';
import type { PassRow } from '#db/queries/passes.ts';
import type { OrganisationId, PoolId, RequestId } from '#shared/ids.ts';
import type { MemberShare, PassBoard, PoolBoard, WaitingRow } from '#shared/passes/contract.ts';
import { allCovered, needingPlace } from '#shared/passes/covered.ts';
import { type Stay, takenByDay } from '#shared/passes/places.ts';
import { byWaitingOrder } from '#shared/passes/waiting-order.ts';
import { poolsWished } from '#shared/passes/wishes.ts';
import { PassDetails } from '#shared/requests/kinds/pass.ts';
import { presentPass } from './present.ts';

type Rows<Query extends (...args: never[]) => Promise<unknown[]>> = Awaited<ReturnType<Query>>;
type Pools = Rows<typeof poolsOf>;
type Requests = Rows<typeof openPassRequests>;

const WAITING = ['approved', 'waitlisted', 'in_triage', 'submitted'] as const;

/** Puts the board together from its rows: what is taken, who got how much of what they wished, and who comes next. */
export function presentBoard(
  event: Stay,
  pools: Pools,
  passes: PassRow[],
  requests: Requests,
  members: Rows<typeof boardMembers>,
): PassBoard {
  const poolIdsOf = holdings(passes);
  const wishes = requests.flatMap((request) => wishesOf(request, pools, poolIdsOf, event));
  const shares = members.map((member) => shareOf(member, pools, passes, wishes));
  return {
    pools: pools.map((pool) => poolBoard(pool, passes, wishes)),
    members: shares,
    waiting: waitingRows(requests, shares, passes),
    passes: passes.map(presentPass),
  };
}

type Wish = { memberId: string; poolId: string };

function wishesOf(request: Requests[number], pools: Pools, poolIdsOf: (id: string) => string[], event: Stay): Wish[] {
  const { zone, people } = PassDetails.parse(request.details);
  return needingPlace(people).flatMap((person) =>
    poolsWished(person, zone, pools, poolIdsOf(person.delegateId), event).map((poolId) => ({
      memberId: request.memberId,
      poolId,
    })),
  );
}

function holdings(passes: readonly PassRow[]): (delegateId: string) => string[] {
  const byDelegate = new Map<string, string[]>();
  for (const { delegateId, poolId } of passes)
    byDelegate.set(delegateId, [...(byDelegate.get(delegateId) ?? []), poolId]);
  return (delegateId) => byDelegate.get(delegateId) ?? [];
}

/** `confirmed`, `held` and `free` are those of the pool's fullest day: what is free then is free all the time. */
function poolBoard(pool: Pools[number], passes: readonly PassRow[], wishes: readonly Wish[]): PoolBoard {
  const own = passes.filter((pass) => pass.poolId === pool.id);
  const days = takenByDay(pool, own);
  const fullest = days.reduce((most, day) => (day.taken > most.taken ? day : most), { day: pool.from, taken: 0 });
  const then = own.filter((pass) => pass.from <= fullest.day && fullest.day <= pass.to);
  const { nameJa, nameEn, ...rest } = pool;
  return {
    ...(rest as Pick<PoolBoard, 'id' | 'route' | 'zone' | 'from' | 'to' | 'places' | 'position' | 'version'>),
    name: { ja: nameJa, en: nameEn },
    confirmed: then.filter((pass) => pass.state === 'confirmed').length,
    held: then.filter((pass) => pass.state === 'held').length,
    free: Math.max(0, pool.places - fullest.taken),
    wished: wishes.filter((wish) => wish.poolId === pool.id).length,
    days,
  };
}

function shareOf(
  member: Rows<typeof boardMembers>[number],
  pools: Pools,
  passes: readonly PassRow[],
  wishes: readonly Wish[],
): MemberShare {
  const own = passes.filter((pass) => pass.memberId === member.id);
  const rows = pools.map((pool) => {
    const people = (state: string) =>
      new Set(own.filter((pass) => pass.poolId === pool.id && pass.state === state).map((pass) => pass.delegateId))
        .size;
    const wished = wishes.filter((wish) => wish.memberId === member.id && wish.poolId === pool.id).length;
    return { poolId: pool.id as PoolId, confirmed: people('confirmed'), held: people('held'), wished };
  });
  return {
    member: { id: member.id as OrganisationId, name: { ja: member.nameJa, en: member.nameEn } },
    speaks: member.speaks,
    pools: rows,
    got: rows.reduce((sum, row) => sum + row.confirmed + row.held, 0),
    wished: rows.reduce((sum, row) => sum + row.wished, 0),
  };
}

function waitingRows(requests: Requests, shares: readonly MemberShare[], passes: readonly PassRow[]): WaitingRow[] {
  const holders = new Set<string>(passes.map((pass) => pass.delegateId));
  const shareById = new Map<string, MemberShare>(shares.map((share) => [share.member.id, share]));
  return requests
    .filter((request) => (WAITING as readonly string[]).includes(request.state))
    .flatMap((request) => {
      const share = shareById.get(request.memberId);
      const { zone, people } = PassDetails.parse(request.details);
      if (!share || allCovered(people, holders)) return [];
      const open = needingPlace(people).filter((person) => !holders.has(person.delegateId));
      return [{ request, share, zone, open: open.length, ...orderOf(share, request, passes) }];
    })
    .sort(byWaitingOrder)
    .map(({ request, share, zone, open, memberHolds }) => ({
      requestId: request.id as RequestId,
      reference: request.reference ?? '',
      member: share.member,
      title: { ja: request.titleJa, en: request.titleEn },
      people: open,
      zone,
      speaks: share.speaks,
      memberHolds,
      state: request.state as WaitingRow['state'],
      version: request.version,
    }));
}

function orderOf({ speaks, got, wished, member }: MemberShare, request: Requests[number], passes: readonly PassRow[]) {
  const memberHolds = passes.filter((pass) => pass.memberId === member.id).length;
  return { memberHolds, speaks, got, wished, submittedAt: request.submittedAt };
}
