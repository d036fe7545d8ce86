import { z } from 'zod';
import { AccountId, AuthorityId, DelegateId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { Day } from '#shared/shapes.ts';

export const STANDINGS = ['coming', 'live', 'over'] as const;
export type Standing = (typeof STANDINGS)[number];

/** How an authority stands on a day of Japan; its first and last day belong to it. */
export function standingOf(
  { fromDay, untilDay, endedAt }: { fromDay: string; untilDay: string; endedAt: Date | null },
  today: string,
): Standing {
  if (endedAt !== null || untilDay < today) return 'over';
  return fromDay > today ? 'coming' : 'live';
}

/** Who may act for whom, from a day until a day. */
export const AuthorityView = z.strictObject({
  id: AuthorityId,
  account: z.strictObject({ id: AccountId, name: z.string() }),
  delegate: z.strictObject({ id: DelegateId, name: Bilingual }),
  eventShortName: z.string(),
  fromDay: Day,
  untilDay: Day,
  standing: z.enum(STANDINGS),
});
export type AuthorityView = z.infer<typeof AuthorityView>;

/** By which authority this session acts from now on; null for oneself again. */
export const ChooseActing = z.strictObject({ authorityId: AuthorityId.nullable() });
