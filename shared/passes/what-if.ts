import { z } from 'zod';
import { DelegateId, OrganisationId, PoolId, RequestId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { Day } from '#shared/shapes.ts';
import { ALLOTMENT_RULES, type RuleWeights } from './allotment-problem.ts';

/** All the other rules together do not move anybody from a place; a promise is kept before any rule. */
export const USUAL_WEIGHTS: RuleWeights = {
  keeps: 99,
  speakers: 20,
  heads: 10,
  minimum_party: 8,
  even_share: 12,
  served_least: 6,
  early: 2,
};

/** What would be otherwise: sizes of pools, weights of rules, places promised to everybody who asks. */
export const WhatIfQuery = z.strictObject({
  /** `id:14,id:20`: the pools that would have another size. */
  places: z
    .string()
    .max(2_000)
    .regex(/^[0-9a-f-]{36}:\d{1,4}(,[0-9a-f-]{36}:\d{1,4})*$/)
    .optional(),
  /** `speakers:20,heads:0`: the rules that would weigh otherwise. */
  weights: z
    .string()
    .max(400)
    .regex(/^[a-z_]{1,20}:\d{1,2}(,[a-z_]{1,20}:\d{1,2})*$/)
    .optional(),
  promise: z
    .string()
    .regex(/^[0-5]$/)
    .default('1'),
});
export type WhatIfQuery = z.infer<typeof WhatIfQuery>;

/** The figures of a list such as `speakers:20,heads:0`, by name. */
export function figuresOf(list: string | undefined): Map<string, number> {
  const pairs = (list ?? '').split(',').filter(Boolean);
  return new Map(pairs.map((pair): [string, number] => [pair.split(':')[0] ?? '', Number(pair.split(':')[1])]));
}

/** The usual weights with some of them changed; names that are no rule count for nothing. */
export function weightsOf(list: string | undefined): RuleWeights {
  const changed = figuresOf(list);
  const weights = { ...USUAL_WEIGHTS };
  for (const rule of ALLOTMENT_RULES) weights[rule] = changed.get(rule) ?? weights[rule];
  return weights;
}

const Rule = z.enum(ALLOTMENT_RULES);
const tight = { poolId: PoolId, day: Day };
export const ReasonView = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('served'), rule: Rule.nullable() }),
  z.strictObject({ code: z.literal('promised') }),
  z.strictObject({ code: z.literal('lapsed') }),
  z.strictObject({ code: z.literal('no_pool') }),
  z.strictObject({ code: z.literal('party_short'), short: z.int() }),
  z.strictObject({ code: z.literal('no_leader') }),
  z.strictObject({ code: z.literal('outranked'), rule: Rule, ...tight }),
  z.strictObject({ code: z.literal('full'), ...tight }),
  z.strictObject({ code: z.literal('together'), ...tight }),
]);
export type ReasonView = z.infer<typeof ReasonView>;

export const WhatIfPerson = z.strictObject({
  delegateId: DelegateId,
  requestId: RequestId,
  memberId: OrganisationId,
  name: z.string(),
  nameLatin: z.string(),
  holds: z.boolean(),
  served: z.boolean(),
  reason: ReasonView,
});
export type WhatIfPerson = z.infer<typeof WhatIfPerson>;

export const WhatIf = z.strictObject({
  pools: z.array(z.strictObject({ id: PoolId, name: Bilingual, places: z.int(), given: z.int() })),
  members: z.array(
    z.strictObject({
      member: z.strictObject({ id: OrganisationId, name: Bilingual }),
      asked: z.int(),
      now: z.int(),
      would: z.int(),
    }),
  ),
  people: z.array(WhatIfPerson),
  promised: z.strictObject({ kept: z.int(), of: z.int() }),
  /** How far from the best it may be, as a share of it; 0 when proven. */
  gap: z.number(),
});
export type WhatIf = z.infer<typeof WhatIf>;
