import { z } from 'zod';
import { EventId, OrganisationId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { Day, Instant } from '#shared/shapes.ts';
import { addDays } from '#shared/time.ts';
import { KEPT_DAYS } from './identity.ts';

/** Everything of an event whose time is over, or the people who have left before. */
export const PURGE_KINDS = ['event', 'left'] as const;
export type PurgeKind = (typeof PURGE_KINDS)[number];

/** How long a second person has to approve, in hours. */
export const APPROVAL_HOURS = 24;

export const PurgeId = z.uuid().brand<'PurgeId'>();
export type PurgeId = z.infer<typeof PurgeId>;
export const CertificateId = z.uuid().brand<'CertificateId'>();
export type CertificateId = z.infer<typeof CertificateId>;

/** What would be erased at one municipality. */
export const PurgeLine = z.strictObject({
  memberId: OrganisationId,
  name: Bilingual,
  identities: z.int(),
  links: z.int(),
  mails: z.int(),
});
export type PurgeLine = z.infer<typeof PurgeLine>;

export const PurgeView = z.strictObject({
  id: PurgeId,
  kind: z.enum(PURGE_KINDS),
  state: z.enum(['waiting', 'expired', 'cancelled', 'approved', 'done']),
  report: z.array(PurgeLine),
  requestedBy: z.string(),
  requestedAt: Instant,
  approveBy: Instant,
  approvedBy: z.string().nullable(),
  approvedAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  /** Whose data it left alone, because they are held. */
  held: z.array(Bilingual),
  /** Why the reader cannot approve it, in their language, or null. */
  whyNotApprove: z.string().nullable(),
});
export type PurgeView = z.infer<typeof PurgeView>;

/** What was erased at one municipality, and which keys are gone for good. */
export const CertificateView = z.strictObject({
  id: CertificateId,
  kind: z.enum(PURGE_KINDS),
  eventId: EventId,
  event: Bilingual,
  member: Bilingual,
  counts: z.strictObject({ identities: z.int(), cells: z.int(), links: z.int(), mails: z.int() }),
  keyIds: z.array(z.int()),
  doneAt: Instant,
  historyHead: z.string(),
  requestedBy: z.string(),
  approvedBy: z.string(),
});
export type CertificateView = z.infer<typeof CertificateView>;

export const HoldId = z.uuid().brand<'HoldId'>();
export type HoldId = z.infer<typeof HoldId>;

/** A municipality's data that are not erased although their time is over. */
export const HoldView = z.strictObject({
  id: HoldId,
  memberId: OrganisationId,
  member: Bilingual,
  reason: z.string(),
  placedBy: z.string(),
  placedAt: Instant,
  /** Who has asked for its end, and until when somebody else may agree; null while nobody has. */
  ending: z.strictObject({ askedBy: z.string(), agreeBy: Instant }).nullable(),
  /** Why the reader cannot ask for its end, and why not agree to it, in their language, or null. */
  whyNotAsk: z.string().nullable(),
  whyNotEnd: z.string().nullable(),
});
export type HoldView = z.infer<typeof HoldView>;

export const RetentionView = z.strictObject({
  /** The first day on which everything of the event may be erased. */
  eventDueOn: Day,
  due: z.array(z.strictObject({ kind: z.enum(PURGE_KINDS), lines: z.array(PurgeLine) })),
  kept: z.int(),
  purges: z.array(PurgeView),
  certificates: z.array(CertificateView),
  holds: z.array(HoldView),
  /** Who has looked at many passports in a short time, the latest first. */
  alarms: z.array(z.strictObject({ name: z.string(), at: Instant, looks: z.int(), minutes: z.int() })),
});
export type RetentionView = z.infer<typeof RetentionView>;

export const RequestPurge = z.strictObject({ kind: z.enum(PURGE_KINDS) });

/** The first day on which all passport data of an event may be erased. */
export function eventDueOn(endsOn: string): string {
  return addDays(endsOn, KEPT_DAYS + 1);
}
