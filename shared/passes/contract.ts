import { z } from 'zod';
import { PoolView } from '#shared/events/contract.ts';
import { DelegateId, OrganisationId, PassId, PoolId, RequestId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { Day, requiredLine, say, Version } from '#shared/shapes.ts';

export const OFFICIAL_STEPS = ['none', 'nominated', 'confirmed', 'letter_sent', 'collected'] as const;

/** A place of a pool given to a delegate. `from` and `to` are both days on site. */
export const PassView = z.strictObject({
  id: PassId,
  poolId: PoolId,
  poolName: Bilingual,
  zone: z.enum(['blue', 'green', 'outside']),
  placeNumber: z.int(),
  delegate: z.strictObject({ id: DelegateId, name: z.string(), nameLatin: z.string() }),
  memberId: OrganisationId,
  requestId: RequestId.nullable(),
  from: Day,
  to: Day,
  state: z.enum(['held', 'confirmed']),
  official: z.enum(OFFICIAL_STEPS),
  version: Version,
});
export type PassView = z.infer<typeof PassView>;

/** The pool with its fullest day: how many places are taken then, and how many are asked for. */
export const PoolBoard = z.strictObject({
  ...PoolView.shape,
  confirmed: z.int(),
  held: z.int(),
  /** Places free on every day of the pool. */
  free: z.int(),
  wished: z.int(),
  days: z.array(z.strictObject({ day: Day, taken: z.int() })),
});
export type PoolBoard = z.infer<typeof PoolBoard>;

export const MemberShare = z.strictObject({
  member: z.strictObject({ id: OrganisationId, name: Bilingual }),
  speaks: z.boolean(),
  /** Per pool, in the board's order of pools: people who hold a place, and people the requests wish one for. */
  pools: z.array(z.strictObject({ poolId: PoolId, confirmed: z.int(), held: z.int(), wished: z.int() })),
  got: z.int(),
  wished: z.int(),
});
export type MemberShare = z.infer<typeof MemberShare>;

export const WaitingRow = z.strictObject({
  requestId: RequestId,
  reference: z.string(),
  member: z.strictObject({ id: OrganisationId, name: Bilingual }),
  title: Bilingual,
  people: z.int(),
  zone: z.enum(['blue', 'green', 'any']).nullable(),
  speaks: z.boolean(),
  memberHolds: z.int(),
  state: z.enum(['approved', 'waitlisted', 'in_triage', 'submitted']),
  version: Version,
});
export type WaitingRow = z.infer<typeof WaitingRow>;

export const PassBoard = z.strictObject({
  pools: z.array(PoolBoard),
  members: z.array(MemberShare),
  waiting: z.array(WaitingRow),
  passes: z.array(PassView),
});
export type PassBoard = z.infer<typeof PassBoard>;

export const AllotPasses = z.strictObject({
  places: z
    .array(z.strictObject({ delegateId: DelegateId, poolId: PoolId, from: Day, to: Day }))
    .min(1, { error: say('人を1人以上選んでください', 'Choose at least one person') })
    .max(50)
    .refine((places) => new Set(places.map((one) => `${one.delegateId} ${one.from}`)).size === places.length, {
      error: say('同じ人は1回だけ選んでください', 'Choose each person once'),
    }),
});
export type AllotPasses = z.infer<typeof AllotPasses>;

export const ReleasePass = z.strictObject({
  reason: requiredLine(200, '戻す理由を入力してください', 'Enter the reason'),
});
export const ChangeOfficial = z.strictObject({ official: z.enum(OFFICIAL_STEPS) });
