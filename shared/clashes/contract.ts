import { z } from 'zod';
import { EVENT_SLUG } from '#shared/events/contract.ts';
import { ProgrammeSessionId, RoomId, VenueId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { Instant, requiredLine, Version } from '#shared/shapes.ts';
import { GAPS } from './fact.ts';
import { FINDING_KINDS } from './finding-rules.ts';

/** A finding's own name: its kind and the ids it is about. */
export const FINDING_KEY = /^[a-z_]{3,30}(:[0-9a-z-]{1,40}){1,3}$/;
export const FindingParams = z.strictObject({
  event: z.string().regex(EVENT_SLUG),
  key: z.string().regex(FINDING_KEY),
});

/** Something that contradicts something else. `key` stays the same while its cause does. */
export const FindingView = z.strictObject({
  key: z.string(),
  kind: z.enum(FINDING_KINDS),
  strength: z.enum(['blocking', 'warning']),
  /** Whom it is about; empty when it is about no one person. */
  person: z.string(),
  member: Bilingual,
  at: Instant,
  timeZone: z.string(),
  /** What it is about: sessions and meetings by name. */
  about: z.array(
    z.strictObject({
      kind: z.string(),
      id: z.uuid(),
      label: Bilingual,
      startsAt: Instant,
      endsAt: Instant,
    }),
  ),
  /** Minutes that the way takes and that there are. */
  way: z.strictObject({ needed: z.int(), given: z.int() }).nullable(),
  gaps: z.array(z.enum(GAPS)),
  /** What the municipality wrote about times at which it must not be. */
  noGo: z.string(),
  /** Where and when everything is: an acknowledgement holds for this. */
  stamp: z.string(),
  /** Where one of the sessions would contradict nothing. */
  remedy: z
    .strictObject({
      sessionId: ProgrammeSessionId,
      version: Version,
      roomId: RoomId,
      startsAt: Instant,
      minutes: z.int(),
    })
    .nullable(),
  /** Who let it be, and why. */
  acknowledged: z.strictObject({ reason: z.string(), by: z.string(), at: Instant }).nullable(),
});
export type FindingView = z.infer<typeof FindingView>;
export const FindingList = z.strictObject({ items: z.array(FindingView) });
export type FindingList = z.infer<typeof FindingList>;

export const Acknowledge = z.strictObject({
  /** The situation that was looked at. */
  stamp: z.string().regex(/^[0-9a-f]{16}$/),
  reason: requiredLine(200, '理由を入力してください', 'Enter the reason'),
});
export type Acknowledge = z.infer<typeof Acknowledge>;

const minutes = z.int().min(0).max(240);
export const PlanningInput = z.strictObject({
  roomMinutes: minutes.max(120),
  venueMinutes: minutes,
  interpreterTeams: z.int().min(0).max(50),
  ways: z.array(z.strictObject({ a: VenueId, b: VenueId, minutes })).max(200),
});
export type PlanningInput = z.infer<typeof PlanningInput>;

/** What an event presumes about ways and interpreters. */
export const PlanningView = PlanningInput.extend({
  venues: z.array(z.strictObject({ id: VenueId, name: Bilingual })),
  version: Version,
});
export type PlanningView = z.infer<typeof PlanningView>;
