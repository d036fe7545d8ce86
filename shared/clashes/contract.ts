import { z } from 'zod';
import { Bilingual } from '#shared/lang.ts';
import { Instant } from '#shared/shapes.ts';

export const FINDING_KINDS = ['two_places', 'no_pass'] as const;

/** Something that contradicts something else. `key` stays the same while its cause does. */
export const FindingView = z.strictObject({
  key: z.string(),
  kind: z.enum(FINDING_KINDS),
  person: z.string(),
  member: Bilingual,
  at: Instant,
  timeZone: z.string(),
  /** What it is about: sessions and meetings by name. */
  about: z.array(
    z.strictObject({
      kind: z.enum(['session', 'meeting']),
      id: z.uuid(),
      label: Bilingual,
      startsAt: Instant,
      endsAt: Instant,
    }),
  ),
});
export type FindingView = z.infer<typeof FindingView>;
