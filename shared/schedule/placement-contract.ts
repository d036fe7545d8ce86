import { z } from 'zod';
import { FINDING_KINDS } from '#shared/clashes/finding-rules.ts';
import { PlacementRunId, ProgrammeSessionId, RoomId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { Instant, Version } from '#shared/shapes.ts';

/** Why a wish is not fulfilled, or a session not placed, and the names of what stands in the way. */
export const WhyView = z.strictObject({
  rule: z.enum(['too_long', 'rooms_taken', 'person_busy']),
  by: z.array(Bilingual),
});
export type WhyView = z.infer<typeof WhyView>;

/** A proposal: where each session could go, which could not, and how good it is. */
export const Proposal = z.strictObject({
  items: z.array(
    z.strictObject({
      sessionId: ProgrammeSessionId,
      version: Version,
      roomId: RoomId,
      startsAt: Instant,
      minutes: z.int(),
      /** 1 for the first wish; null when none is fulfilled. */
      rank: z.int().nullable(),
      /** Whether there was any wish. */
      wished: z.boolean(),
      /** Why it is not the first wish. */
      instead: WhyView.nullable(),
      warnings: z.array(z.enum(FINDING_KINDS)),
    }),
  ),
  left: z.array(z.strictObject({ sessionId: ProgrammeSessionId, why: WhyView })),
  /** Whether none can be better; otherwise by which share one could be at most. */
  proven: z.boolean(),
  gap: z.number(),
  seconds: z.number(),
});
export type Proposal = z.infer<typeof Proposal>;

export const RunProgress = z.strictObject({
  sessions: z.int(),
  seconds: z.number(),
  /** By which share a better one could exceed the best so far; null before there is one. */
  gap: z.number().nullable(),
});
export type RunProgress = z.infer<typeof RunProgress>;

export const PlacementRunView = z.strictObject({
  id: PlacementRunId,
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  askedBy: z.string(),
  askedAt: Instant,
  progress: RunProgress,
  proposal: Proposal.nullable(),
});
export type PlacementRunView = z.infer<typeof PlacementRunView>;
export const LatestRun = z.strictObject({ run: PlacementRunView.nullable() });

export const AcceptPlacement = z.strictObject({ sessionIds: z.array(ProgrammeSessionId).min(1).max(500) });
/** How each went: placed, or refused with a sentence. */
export const AcceptAnswer = z.strictObject({
  done: z.array(z.strictObject({ id: ProgrammeSessionId, version: Version })),
  refused: z.array(z.strictObject({ id: ProgrammeSessionId, detail: z.string() })),
});
export type AcceptAnswer = z.infer<typeof AcceptAnswer>;
