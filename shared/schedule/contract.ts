import { z } from 'zod';
import { EventDay, RoomView } from '#shared/events/contract.ts';
import { DelegateId, OrganisationId, ProgrammeSessionId, RequestId, RoomId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { INTERPRETATIONS, SESSION_FORMATS, THEMES, WishedTime } from '#shared/requests/kinds/speaking.ts';
import { Instant, line, paragraph, requiredLine, say, Version } from '#shared/shapes.ts';

export const SPEAKER_ROLES = ['opening', 'keynote', 'speaker', 'panel', 'moderator', 'interpreter', 'video'] as const;
/** A block is kept for a partner who has not said yet what it will be; the public never sees it. */
export const SESSION_KINDS = ['session', 'block'] as const;
/** Whether a session is streamed; the address is told to the public only when it is `public`. */
export const STREAMING = ['undecided', 'none', 'planned', 'public'] as const;
export const HOST_ROLES = ['host', 'cohost'] as const;
/** The longest time before or after a session for which its room is kept, in minutes. */
export const LONGEST_PAD = 120;

/** Where and when a session is. Times are half-open. */
export const Slot = z.strictObject({ roomId: RoomId, startsAt: Instant, endsAt: Instant });
export type Slot = z.infer<typeof Slot>;

export const SpeakerView = z.strictObject({
  delegateId: DelegateId.nullable(),
  role: z.enum(SPEAKER_ROLES),
  name: Bilingual,
  title: Bilingual,
  organisation: Bilingual,
  isPublic: z.boolean(),
  /** What everybody who prepares the session must know of this person. */
  noPhoto: z.boolean(),
  noRecording: z.boolean(),
});
export type SpeakerView = z.infer<typeof SpeakerView>;

const Notices = z.strictObject({ noPhoto: z.boolean(), noRecording: z.boolean() });

export const SessionView = z.strictObject({
  id: ProgrammeSessionId,
  requestId: RequestId.nullable(),
  memberId: OrganisationId.nullable(),
  kind: z.enum(SESSION_KINDS),
  /** For whom a block is kept. */
  partner: Bilingual,
  title: Bilingual,
  abstract: Bilingual,
  theme: z.enum(THEMES),
  format: z.enum(SESSION_FORMATS),
  language: z.enum(['ja', 'en', 'ja_en']),
  interpretation: z.enum(INTERPRETATIONS),
  minutes: z.int(),
  /** For so many minutes before and after the public time nobody else has the room. */
  setupMinutes: z.int(),
  teardownMinutes: z.int(),
  /** The session's own number of seats; null is the room's. */
  capacity: z.int().nullable(),
  stream: z.strictObject({ state: z.enum(STREAMING), url: z.string() }),
  /** What the public is asked, because of somebody who takes part. */
  notices: Notices,
  /** Whom to ask for on the spot. */
  contact: z.string(),
  state: z.enum(['planned', 'cancelled']),
  /** Placed to try out a proposal that is not decided: never released, and known to the office only. */
  trial: z.boolean(),
  /** Hosts before co-hosts, each in order. */
  hosts: z.array(z.strictObject({ id: OrganisationId, name: Bilingual, role: z.enum(HOST_ROLES) })),
  speakers: z.array(SpeakerView),
  /** Who speaks when a speaker cannot, the first one first. */
  standbys: z.array(SpeakerView),
  slot: Slot.nullable(),
  /** What the request wished, first wish first. */
  wishes: z.array(WishedTime),
  version: Version,
});
export type SessionView = z.infer<typeof SessionView>;

export const ReleaseView = z.strictObject({
  number: z.int(),
  comment: Bilingual,
  releasedAt: Instant,
  releasedBy: z.string(),
  sessions: z.int(),
});
export type ReleaseView = z.infer<typeof ReleaseView>;

export const DraftView = z.strictObject({
  timeZone: z.string(),
  days: z.array(EventDay),
  rooms: z.array(RoomView),
  sessions: z.array(SessionView),
  /** Meetings that hold one of these rooms. */
  otherHolds: z.array(z.strictObject({ roomId: RoomId, startsAt: Instant, endsAt: Instant })),
  /** What delegates have to do besides sessions: a speaker who is there cannot be here. */
  elsewhere: z.array(
    z.strictObject({ delegateIds: z.array(DelegateId), label: Bilingual, startsAt: Instant, endsAt: Instant }),
  ),
  latestRelease: ReleaseView.nullable(),
  /** Sessions that a release made now would change. */
  changed: z.int(),
});
export type DraftView = z.infer<typeof DraftView>;

/** Who else has the programme open, and a text that differs when the draft does. */
export const EditorPresence = z.strictObject({ others: z.array(z.string()), mark: z.string() });
export type EditorPresence = z.infer<typeof EditorPresence>;

export const SpeakerInput = z
  .strictObject({
    delegateId: DelegateId.nullable().default(null),
    role: z.enum(SPEAKER_ROLES),
    name: z.strictObject({ ja: line(60), en: line(80) }),
    title: z.strictObject({ ja: line(80), en: line(120) }),
    organisation: z.strictObject({ ja: line(80), en: line(120) }),
    isPublic: z.boolean().default(true),
    noPhoto: z.boolean().default(false),
    noRecording: z.boolean().default(false),
  })
  .refine((speaker) => speaker.delegateId !== null || speaker.name.ja !== '' || speaker.name.en !== '', {
    path: ['name', 'ja'],
    error: say('登壇者の名前を入力してください', 'Enter the speaker’s name'),
  });
export type SpeakerInput = z.infer<typeof SpeakerInput>;

const pad = z
  .int()
  .min(0)
  .max(LONGEST_PAD, { error: say('120分までにしてください', 'Use at most 120 minutes') });

const Stream = z
  .strictObject({ state: z.enum(STREAMING), url: line(500) })
  .refine(({ url }) => url === '' || (z.url({ protocol: /^https$/ }).safeParse(url).success && !/["<>\s]/.test(url)), {
    path: ['url'],
    error: say('https:// で始まる配信先を入力してください', 'Enter an address that begins with https://'),
  })
  .refine(({ state, url }) => state !== 'public' || url !== '', {
    path: ['url'],
    error: say('公開する配信先を入力してください', 'Enter the address to publish'),
  })
  .refine(({ state, url }) => url === '' || state === 'planned' || state === 'public', {
    path: ['url'],
    error: say('配信しないときは、配信先を空にしてください', 'Leave the address empty when it is not streamed'),
  });

export const SessionInput = z
  .strictObject({
    kind: z.enum(SESSION_KINDS).default('session'),
    partner: z.strictObject({ ja: line(80), en: line(120) }).default({ ja: '', en: '' }),
    title: z.strictObject({ ja: line(80), en: line(140) }),
    abstract: z.strictObject({ ja: paragraph(600), en: paragraph(1500) }),
    theme: z.enum(THEMES),
    format: z.enum(SESSION_FORMATS),
    language: z.enum(['ja', 'en', 'ja_en']),
    interpretation: z.enum(INTERPRETATIONS),
    minutes: z
      .int()
      .min(5, { error: say('5分以上にしてください', 'Use at least 5 minutes') })
      .max(480),
    setupMinutes: pad.default(0),
    teardownMinutes: pad.default(0),
    capacity: z
      .int()
      .min(1, { error: say('1席以上にしてください', 'Use at least 1 seat') })
      .max(5000)
      .nullable()
      .default(null),
    stream: Stream.default({ state: 'undecided', url: '' }),
    notices: Notices.default({ noPhoto: false, noRecording: false }),
    contact: line(120).default(''),
    hostIds: z.array(OrganisationId).max(8),
    /** Of the hosts, those that only host along with them. */
    cohostIds: z.array(OrganisationId).max(8).default([]),
    speakers: z.array(SpeakerInput).max(12),
    standbys: z.array(SpeakerInput).max(6).default([]),
    /** Why a speaker may be in two places after all, when the session is placed; it is kept. */
    override: line(200).optional(),
  })
  .refine((session) => session.kind === 'block' || session.title.ja !== '' || session.title.en !== '', {
    path: ['title', 'ja'],
    error: say('企画名を入力してください', 'Enter a title'),
  })
  .refine((session) => session.kind === 'session' || session.partner.ja !== '' || session.partner.en !== '', {
    path: ['partner', 'ja'],
    error: say('枠を確保する相手の名前を入力してください', 'Enter for whom the block is kept'),
  });
export type SessionInput = z.infer<typeof SessionInput>;

/** The first who stands by takes a speaker's place. */
export const Promotion = z.strictObject({
  /** Whose place it is, by their order in the session, from 0. */
  speaker: z.int().min(0).max(11),
  reason: requiredLine(200, '交代の理由を入力してください', 'Enter the reason'),
  override: line(200).optional(),
});
export type Promotion = z.infer<typeof Promotion>;

/** `override` is the reason why somebody may be in two places after all; it is kept. */
export const PlaceSession = z.strictObject({
  roomId: RoomId,
  startsAt: Instant,
  minutes: z.int().min(5).max(480),
  override: line(200).optional(),
});
export type PlaceSession = z.infer<typeof PlaceSession>;
/**
 * `seen` is the fingerprint of the preview that was looked at: with it, nothing else is released. A program that leaves
 * it out releases the draft as it stands.
 */
export const ReleaseInput = z.strictObject({
  comment: z.strictObject({ ja: line(200), en: line(200) }),
  seen: z.string().max(64).optional(),
});
export type ReleaseInput = z.infer<typeof ReleaseInput>;
export const CancelSession = z.strictObject({
  reason: requiredLine(200, '中止の理由を入力してください', 'Enter the reason'),
});

/** What the public page knows of a session, and nothing else. */
export const PublicSession = z.strictObject({
  id: ProgrammeSessionId,
  day: z.iso.date(),
  room: z.strictObject({
    id: RoomId,
    slug: z.string(),
    name: Bilingual,
    area: z.string(),
    capacity: z.int().nullable(),
    position: z.int(),
    timeZone: z.string(),
  }),
  startsAt: Instant,
  endsAt: Instant,
  title: Bilingual,
  abstract: Bilingual,
  theme: z.enum(THEMES),
  format: z.enum(SESSION_FORMATS),
  language: z.enum(['ja', 'en', 'ja_en']),
  interpretation: z.enum(INTERPRETATIONS),
  state: z.enum(['planned', 'cancelled']),
  hosts: z.array(
    z.strictObject({
      id: OrganisationId,
      name: Bilingual,
      isMember: z.boolean(),
      role: z.enum(HOST_ROLES).default('host'),
    }),
  ),
  speakers: z.array(
    z.strictObject({ name: Bilingual, title: Bilingual, organisation: Bilingual, role: z.enum(SPEAKER_ROLES) }),
  ),
  /** Where it can be watched, once the office says so. */
  streamUrl: z.string().nullable().default(null),
  notices: Notices.default({ noPhoto: false, noRecording: false }),
  /** How many releases touched it, this one included; older releases do not say. See `stampOf`. */
  revision: z.int().min(1).optional(),
  /** When it was last touched by a release. */
  changedAt: Instant.optional(),
});
export type PublicSession = z.infer<typeof PublicSession>;
