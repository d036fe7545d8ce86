import { z } from 'zod';
import { EventDay, RoomView } from '#shared/events/contract.ts';
import { DelegateId, OrganisationId, ProgrammeSessionId, RequestId, RoomId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { INTERPRETATIONS, SESSION_FORMATS, THEMES, WishedTime } from '#shared/requests/kinds/speaking.ts';
import { Instant, line, paragraph, requiredLine, say, Version } from '#shared/shapes.ts';

export const SPEAKER_ROLES = ['opening', 'keynote', 'speaker', 'panel', 'moderator', 'interpreter', 'video'] as const;

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
});
export type SpeakerView = z.infer<typeof SpeakerView>;

export const SessionView = z.strictObject({
  id: ProgrammeSessionId,
  requestId: RequestId.nullable(),
  memberId: OrganisationId.nullable(),
  title: Bilingual,
  abstract: Bilingual,
  theme: z.enum(THEMES),
  format: z.enum(SESSION_FORMATS),
  language: z.enum(['ja', 'en', 'ja_en']),
  interpretation: z.enum(INTERPRETATIONS),
  minutes: z.int(),
  state: z.enum(['planned', 'cancelled']),
  hosts: z.array(z.strictObject({ id: OrganisationId, name: Bilingual })),
  speakers: z.array(SpeakerView),
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
  latestRelease: ReleaseView.nullable(),
  /** Sessions that a release made now would change. */
  changed: z.int(),
});
export type DraftView = z.infer<typeof DraftView>;

export const SpeakerInput = z
  .strictObject({
    delegateId: DelegateId.nullable().default(null),
    role: z.enum(SPEAKER_ROLES),
    name: z.strictObject({ ja: line(60), en: line(80) }),
    title: z.strictObject({ ja: line(80), en: line(120) }),
    organisation: z.strictObject({ ja: line(80), en: line(120) }),
    isPublic: z.boolean().default(true),
  })
  .refine((speaker) => speaker.delegateId !== null || speaker.name.ja !== '' || speaker.name.en !== '', {
    path: ['name', 'ja'],
    error: say('登壇者の名前を入力してください', 'Enter the speaker’s name'),
  });
export type SpeakerInput = z.infer<typeof SpeakerInput>;

export const SessionInput = z
  .strictObject({
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
    hostIds: z.array(OrganisationId).max(8),
    speakers: z.array(SpeakerInput).max(12),
    /** Why a speaker may be in two places after all, when the session is placed; it is kept. */
    override: line(200).optional(),
  })
  .refine((session) => session.title.ja !== '' || session.title.en !== '', {
    path: ['title', 'ja'],
    error: say('企画名を入力してください', 'Enter a title'),
  });
export type SessionInput = z.infer<typeof SessionInput>;

/** `override` is the reason why somebody may be in two places after all; it is kept. */
export const PlaceSession = z.strictObject({
  roomId: RoomId,
  startsAt: Instant,
  minutes: z.int().min(5).max(480),
  override: line(200).optional(),
});
export type PlaceSession = z.infer<typeof PlaceSession>;
export const ReleaseInput = z.strictObject({ comment: z.strictObject({ ja: line(200), en: line(200) }) });
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
  hosts: z.array(z.strictObject({ id: OrganisationId, name: Bilingual, isMember: z.boolean() })),
  speakers: z.array(
    z.strictObject({ name: Bilingual, title: Bilingual, organisation: Bilingual, role: z.enum(SPEAKER_ROLES) }),
  ),
});
export type PublicSession = z.infer<typeof PublicSession>;
