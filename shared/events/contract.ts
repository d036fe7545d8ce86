import { z } from 'zod';
import { DeadlineId, EventId, PoolId, RoomId, VenueId, WindowId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { Day, Instant, line, paragraph, requiredLine, say, TimeZone, Version } from '#shared/shapes.ts';
import { daysBetween } from '#shared/time.ts';

export const EVENT_PHASES = [
  'announced',
  'survey',
  'collecting',
  'nominated',
  'allotting',
  'confirming',
  'programme',
  'on_site',
  'reporting',
  'closed',
  'purged',
] as const;
export const TIERS = ['official', 'network', 'internal', 'member'] as const;
export const ZONES = ['blue', 'green', 'outside'] as const;
/** The ways to a pass, from the accreditations a convention's secretariat gives. */
export const ROUTES = [
  'iclei_observer',
  'lgma_partner',
  'other_observer',
  'party',
  'party_overflow',
  'host_guest',
  'un_overflow',
  'invitee',
  'gca',
  'igo',
  'press',
  'virtual',
  'green_only',
  'pavilion_crew',
] as const;
const Kind = z.enum(['pass', 'speaking', 'bilateral']);
const Name = z.strictObject({
  ja: requiredLine(80, '日本語の名前を入力してください', 'Enter the name in Japanese'),
  en: requiredLine(120, '英語の名前を入力してください', 'Enter the name in English'),
});

export const EventRow = z.strictObject({
  id: EventId,
  slug: z.string(),
  process: z.string(),
  shortName: z.string(),
  name: Bilingual,
  city: Bilingual,
  country: Bilingual,
  startsOn: Day,
  endsOn: Day,
  actualEndsOn: Day.nullable(),
  provisional: z.boolean(),
  timeZone: z.string(),
  phase: z.enum(EVENT_PHASES),
});
export type EventRow = z.infer<typeof EventRow>;

export const EventDay = z.strictObject({ day: Day, theme: Bilingual, rest: z.boolean() });
export type EventDay = z.infer<typeof EventDay>;
export const VenueView = z.strictObject({
  id: VenueId,
  name: Bilingual,
  zone: z.enum(ZONES),
  timeZone: z.string(),
  version: Version,
});
export type VenueView = z.infer<typeof VenueView>;
export const RoomView = z.strictObject({
  id: RoomId,
  venueId: VenueId,
  slug: z.string(),
  name: Bilingual,
  area: z.string(),
  capacity: z.int().nullable(),
  purpose: z.enum(['session', 'meeting']),
  timeZone: z.string(),
  position: z.int(),
  version: Version,
});
export type RoomView = z.infer<typeof RoomView>;
export const DeadlineView = z.strictObject({
  id: DeadlineId,
  tier: z.enum(TIERS),
  code: z.string(),
  kind: Kind.nullable(),
  name: Bilingual,
  dueAt: Instant,
  publishedLabel: z.string(),
  version: Version,
});
export type DeadlineView = z.infer<typeof DeadlineView>;
export const WindowView = z.strictObject({
  id: WindowId,
  kind: Kind,
  opensAt: Instant,
  closesAt: Instant,
  late: z.enum(['mark', 'refuse']),
  version: Version,
});
export type WindowView = z.infer<typeof WindowView>;
/** `from` and `to` are both days on which the places can be used. */
export const PoolView = z.strictObject({
  id: PoolId,
  route: z.enum(ROUTES),
  zone: z.enum(ZONES),
  name: Bilingual,
  from: Day,
  to: Day,
  places: z.int(),
  position: z.int(),
  version: Version,
});
export type PoolView = z.infer<typeof PoolView>;
export const ProcessView = z.strictObject({
  id: z.string(),
  name: Bilingual,
  registrationSystem: z.string(),
  hasQuota: z.boolean(),
  needsLetter: z.boolean(),
  individualRegistration: z.boolean(),
  onSiteRegistration: z.boolean(),
  steps: z.array(z.strictObject({ code: z.string(), name: Bilingual })),
});

export const EventView = z.strictObject({
  ...EventRow.shape,
  number: z.int().nullable(),
  venueName: Bilingual,
  pavilion: Bilingual,
  passportMonths: z.int(),
  notes: Bilingual,
  version: Version,
  processInfo: ProcessView,
  days: z.array(EventDay),
  venues: z.array(VenueView),
  rooms: z.array(RoomView),
  deadlines: z.array(DeadlineView),
  windows: z.array(WindowView),
  pools: z.array(PoolView),
});
export type EventView = z.infer<typeof EventView>;
/** A convention process an event can belong to. */
export const ProcessChoice = z.strictObject({ id: z.string(), name: Bilingual });
export type ProcessChoice = z.infer<typeof ProcessChoice>;
export const EventList = z.strictObject({ items: z.array(EventRow), processes: z.array(ProcessChoice) });
export type EventList = z.infer<typeof EventList>;

const afterStart = say('最後の日は、最初の日より後にしてください', 'The last day must not be before the first');
const facts = {
  name: Name,
  shortName: requiredLine(20, '略称を入力してください', 'Enter the short name'),
  city: Name,
  country: Name,
  venueName: z.strictObject({ ja: line(120), en: line(120) }),
  pavilion: z.strictObject({ ja: line(120), en: line(120) }),
  startsOn: Day,
  endsOn: Day,
  actualEndsOn: Day.nullable(),
  provisional: z.boolean(),
  timeZone: TimeZone,
  passportMonths: z.int().min(0).max(24),
  phase: z.enum(EVENT_PHASES),
  notes: z.strictObject({ ja: paragraph(2000), en: paragraph(2000) }),
};
const inOrder = (event: { startsOn: string; endsOn: string }) => event.startsOn <= event.endsOn;
export const ChangeEvent = z.strictObject(facts).refine(inOrder, { path: ['endsOn'], error: afterStart });
export type ChangeEvent = z.infer<typeof ChangeEvent>;
/** How an event is named in addresses; it stays for good. */
export const EVENT_SLUG = /^[a-z0-9-]{2,40}$/;
/** As many days as an event's programme can have. */
const MOST_DAYS = 40;
export const CreateEvent = z
  .strictObject({
    slug: z.string().regex(EVENT_SLUG, {
      error: say(
        '半角の英小文字・数字・ハイフンで、2〜40文字で入力してください',
        'Use 2 to 40 lower-case letters, figures and hyphens',
      ),
    }),
    processId: requiredLine(40, 'プロセスを選んでください', 'Choose a process'),
    ...facts,
  })
  .refine(inOrder, { path: ['endsOn'], error: afterStart })
  // Also asked while a day is still empty; what is no number is no error of its own.
  .refine((event) => !(daysBetween(event.startsOn, event.endsOn) >= MOST_DAYS), {
    path: ['endsOn'],
    error: say(`会期は${MOST_DAYS}日以内にしてください`, `An event has at most ${MOST_DAYS} days`),
  });
export type CreateEvent = z.infer<typeof CreateEvent>;
export const DaysInput = z.strictObject({
  days: z
    .array(z.strictObject({ day: Day, theme: z.strictObject({ ja: line(40), en: line(60) }), rest: z.boolean() }))
    .max(MOST_DAYS),
});
export const VenueInput = z.strictObject({ name: Name, zone: z.enum(ZONES), timeZone: TimeZone });
export type VenueInput = z.infer<typeof VenueInput>;
export const RoomInput = z.strictObject({
  venueId: VenueId,
  slug: z.string().regex(/^[a-z0-9-]{1,40}$/, {
    error: say('半角の英小文字・数字・ハイフンで入力してください', 'Use lower-case letters, figures and hyphens'),
  }),
  name: Name,
  area: line(40),
  capacity: z.int().min(1).max(100_000).nullable(),
  purpose: z.enum(['session', 'meeting']),
  position: z.int().min(0).max(999),
});
export type RoomInput = z.infer<typeof RoomInput>;
export const DeadlineInput = z.strictObject({
  tier: z.enum(TIERS),
  code: z.string().regex(/^[a-z_]{2,40}$/),
  kind: Kind.nullable(),
  name: Name,
  dueAt: Instant,
  publishedLabel: line(80),
});
export type DeadlineInput = z.infer<typeof DeadlineInput>;
export const WindowInput = z
  .strictObject({ kind: Kind, opensAt: Instant, closesAt: Instant, late: z.enum(['mark', 'refuse']) })
  .refine((window) => Date.parse(window.opensAt) < Date.parse(window.closesAt), {
    path: ['closesAt'],
    error: say('終わりは、始まりより後にしてください', 'The end must be after the start'),
  });
export type WindowInput = z.infer<typeof WindowInput>;
export const PoolInput = z
  .strictObject({
    route: z.enum(ROUTES),
    zone: z.enum(ZONES),
    name: Name,
    from: Day,
    to: Day,
    places: z.int().min(0).max(2000),
    position: z.int().min(0).max(999),
  })
  .refine((pool) => pool.from <= pool.to, { path: ['to'], error: afterStart });
export type PoolInput = z.infer<typeof PoolInput>;
