import { z } from 'zod';
import { DelegateId, MeetingId, OrganisationId, RequestId, RoomId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { FreeWindow } from '#shared/requests/kinds/bilateral.ts';
import { Instant, line, requiredLine, say, Version } from '#shared/shapes.ts';

export const MEETING_STATES = ['approaching', 'negotiating', 'agreed', 'placed', 'held', 'cancelled'] as const;

export const MeetingView = z.strictObject({
  id: MeetingId,
  requestId: RequestId,
  reference: z.string(),
  member: z.strictObject({ id: OrganisationId, name: Bilingual }),
  counterpart: z.strictObject({
    id: OrganisationId,
    name: Bilingual,
    country: Bilingual,
    timeZone: z.string().nullable(),
  }),
  counterpartPerson: z.string(),
  state: z.enum(MEETING_STATES),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  timeZone: z.string(),
  mode: z.enum(['in_person', 'online']),
  room: z.strictObject({ id: RoomId, name: Bilingual, area: z.string() }).nullable(),
  place: Bilingual,
  language: z.string(),
  delegates: z.array(z.strictObject({ id: DelegateId, name: z.string(), title: Bilingual, level: z.string() })),
  version: Version,
});
export type MeetingView = z.infer<typeof MeetingView>;

/** A line of the list: the request, and its meeting when there is one. */
export const BilateralRow = z.strictObject({
  requestId: RequestId,
  reference: z.string(),
  requestVersion: Version,
  state: z.string(),
  turn: z.enum(['member', 'desk', 'counterpart', 'none']),
  dueAt: Instant.nullable(),
  member: z.strictObject({ id: OrganisationId, name: Bilingual }),
  title: Bilingual,
  counterpartName: z.string(),
  windows: z.array(FreeWindow),
  minutes: z.int(),
  meeting: MeetingView.nullable(),
});
export type BilateralRow = z.infer<typeof BilateralRow>;

/** Everything that occupies the party and the rooms on the days around, to see when both sides could meet. */
export const PlannerView = z.strictObject({
  row: BilateralRow,
  timeZone: z.string(),
  rooms: z.array(z.strictObject({ id: RoomId, name: Bilingual, area: z.string(), capacity: z.int().nullable() })),
  busy: z.array(z.strictObject({ holder: z.string(), label: Bilingual, startsAt: Instant, endsAt: Instant })),
  roomBusy: z.array(z.strictObject({ roomId: RoomId, startsAt: Instant, endsAt: Instant })),
  delegates: z.array(
    z.strictObject({
      id: DelegateId,
      name: z.string(),
      title: Bilingual,
      level: z.string(),
      arrivesOn: z.iso.date().nullable(),
      leavesOn: z.iso.date().nullable(),
    }),
  ),
});
export type PlannerView = z.infer<typeof PlannerView>;

export const OpenMeeting = z.strictObject({ counterpartId: OrganisationId, counterpartPerson: line(120) });
export type OpenMeeting = z.infer<typeof OpenMeeting>;
export const ArrangeMeeting = z.strictObject({
  counterpartId: OrganisationId,
  counterpartPerson: line(120),
  startsAt: Instant,
  minutes: z
    .int()
    .min(10, { error: say('10分以上にしてください', 'Use at least 10 minutes') })
    .max(240),
  mode: z.enum(['in_person', 'online']),
  roomId: RoomId.nullable(),
  place: z.strictObject({ ja: line(120), en: line(120) }),
  language: line(60),
  delegateIds: z
    .array(DelegateId)
    .min(1, { error: say('出席する人を1人以上選んでください', 'Choose at least one person') })
    .max(12),
  /** Why somebody may be in two places after all; it is kept. */
  override: line(200).optional(),
});
export type ArrangeMeeting = z.infer<typeof ArrangeMeeting>;
export const MoveMeetingState = z.strictObject({ state: z.enum(['approaching', 'negotiating']) });
export const CancelMeeting = z.strictObject({
  reason: requiredLine(200, '取りやめる理由を入力してください', 'Enter the reason'),
});
