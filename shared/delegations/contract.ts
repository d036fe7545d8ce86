import { z } from 'zod';
import { DelegateId, DelegationId, EventId, OrganisationId } from '#shared/ids.ts';
import { Bilingual, Lang } from '#shared/lang.ts';
import { Day, Email, Instant, line, paragraph, requiredLine, requiredParagraph, say, Version } from '#shared/shapes.ts';
import { CONSENT_STATES, RECEIVERS } from './consent.ts';
import { IDENTITY_FIELDS, IDENTITY_FINDINGS, REVEAL_PURPOSES } from './identity.ts';

export const DELEGATE_LEVELS = ['head', 'deputy', 'director', 'officer', 'interpreter', 'youth', 'other'] as const;

export const DelegateView = z.strictObject({
  id: DelegateId,
  familyName: z.string(),
  givenName: z.string(),
  familyKana: z.string(),
  givenKana: z.string(),
  familyLatin: z.string(),
  givenLatin: z.string(),
  title: Bilingual,
  section: z.string(),
  level: z.enum(DELEGATE_LEVELS),
  email: z.string(),
  arrivesOn: Day.nullable(),
  leavesOn: Day.nullable(),
  position: z.int(),
  version: Version,
});
export type DelegateView = z.infer<typeof DelegateView>;

export const DelegationView = z.strictObject({
  id: DelegationId,
  eventId: EventId,
  eventSlug: z.string(),
  member: z.strictObject({ id: OrganisationId, name: Bilingual }),
  purpose: z.string(),
  headDelegateId: DelegateId.nullable(),
  minimumParty: z.int(),
  delegates: z.array(DelegateView),
  version: Version,
});
export type DelegationView = z.infer<typeof DelegationView>;

export const DelegationRow = z.strictObject({
  id: DelegationId,
  member: z.strictObject({ id: OrganisationId, name: Bilingual }),
  delegates: z.int(),
  head: z.string().nullable(),
  from: Day.nullable(),
  to: Day.nullable(),
});
export type DelegationRow = z.infer<typeof DelegationRow>;

export const ChangeDelegation = z.strictObject({
  purpose: paragraph(600),
  headDelegateId: DelegateId.nullable(),
  minimumParty: z.int().min(1).max(50),
});
export type ChangeDelegation = z.infer<typeof ChangeDelegation>;

/** Latin letters as a passport prints them: capitals, space, hyphen, apostrophe. Copied from the passport, never derived from kana. */
const Latin = z
  .string()
  .transform((text) => text.normalize('NFKC').trim().toUpperCase())
  .refine((text) => /^[A-Z '-]{0,40}$/.test(text), {
    error: say('パスポートの表記のとおり、ローマ字で入力してください', 'Enter Latin letters as in the passport'),
  });
const Kana = requiredLine(40, 'ふりがなを入力してください', 'Enter the reading').refine(
  (text) => /^[\p{Script=Hiragana}\p{Script=Katakana}ー・ 　-]+$/u.test(text),
  {
    error: say('ひらがなかカタカナで入力してください', 'Use hiragana or katakana'),
  },
);

export const DelegateInput = z
  .strictObject({
    familyName: requiredLine(40, '姓を入力してください', 'Enter the family name'),
    givenName: requiredLine(40, '名を入力してください', 'Enter the given name'),
    familyKana: Kana,
    givenKana: Kana,
    familyLatin: Latin,
    givenLatin: Latin,
    title: z.strictObject({
      ja: requiredLine(80, '役職を入力してください', 'Enter the title in Japanese'),
      en: line(120),
    }),
    section: line(80),
    level: z.enum(DELEGATE_LEVELS, { error: say('職位を選んでください', 'Choose the level') }),
    email: z.union([z.literal(''), Email]),
    arrivesOn: Day.nullable(),
    leavesOn: Day.nullable(),
  })
  .refine((one) => one.arrivesOn === null || one.leavesOn === null || one.arrivesOn <= one.leavesOn, {
    path: ['leavesOn'],
    error: say('最後の日は、最初の日より後にしてください', 'The last day must not be before the first'),
  });
export type DelegateInput = z.infer<typeof DelegateInput>;

/** Names as the machine-readable lines of a passport allow them. */
const PassportName = z
  .string()
  .transform((text) => text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toUpperCase())
  .refine((text) => /^[A-Z][A-Z '-]{0,59}$/.test(text), {
    error: say(
      'パスポートの表記のとおり、A–Z・空白・ハイフン・アポストロフィで入力してください',
      'Use A–Z, spaces, hyphens and apostrophes, as in the passport',
    ),
  });
/** A country's three letters as in a passport: JPN. */
const Country = z
  .string()
  .transform((text) => text.normalize('NFKC').trim().toUpperCase())
  .refine((text) => /^[A-Z]{3}$/.test(text), {
    error: say(
      'パスポートにある英字3文字で入力してください（例：JPN）',
      'Enter the three letters in the passport, such as JPN',
    ),
  });

/** What a passport says. Who sends it never gets it back but by looking with a purpose. */
export const IdentityInput = z.strictObject({
  passportNumber: z
    .string()
    .transform((text) => text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, ''))
    .refine((text) => /^[A-Z0-9]{6,12}$/.test(text), {
      error: say(
        '英数字6〜12文字で入力してください（例：TR1234567）',
        'Enter 6 to 12 letters and digits, such as TR1234567',
      ),
    }),
  surname: PassportName,
  givenNames: z.union([z.literal(''), PassportName]),
  birthDate: z.iso.date({ error: say('生年月日を選んでください', 'Enter the date of birth') }),
  nationality: Country,
  issuingCountry: Country,
  expiresOn: Day,
});
export type IdentityInput = z.infer<typeof IdentityInput>;

export const ConsentStatus = z.strictObject({
  receiver: z.enum(RECEIVERS),
  /** Whether a nomination needs it. */
  needed: z.boolean(),
  state: z.enum(CONSENT_STATES),
  method: z.enum(['link', 'paper']).nullable(),
  lang: Lang.nullable(),
  givenAt: Instant.nullable(),
  textVersion: z.string().nullable(),
});
export type ConsentStatus = z.infer<typeof ConsentStatus>;

/** How far the passport data of a delegate are, without a word of them but the mask. */
export const IdentityStatus = z.strictObject({
  delegateId: DelegateId,
  /** Why it is not asked for yet, in the reader's language. */
  notYet: z.string().nullable(),
  state: z.enum(['missing', 'kept', 'purged']),
  passport: z.string(),
  names: z.string(),
  findings: z.array(z.enum(IDENTITY_FINDINGS)),
  /** How it came in: by an account of the municipality, by the delegate's own link, or with the demonstration. */
  through: z.enum(['account', 'link', 'demonstration']).nullable(),
  enteredAt: Instant.nullable(),
  purgedAt: Instant.nullable(),
  version: z.int(),
  consents: z.array(ConsentStatus),
  /** The delegate's own link, while it works. */
  link: z.strictObject({ endsAt: Instant, lastUsedAt: Instant.nullable() }).nullable(),
});
export type IdentityStatus = z.infer<typeof IdentityStatus>;

export const MakeIdentityLink = z.strictObject({
  lang: Lang,
  /** Whether it goes to the delegate by mail as well; it is answered in any case, to be handed over. */
  send: z.boolean(),
});
export const IdentityLinkMade = z.strictObject({ url: z.string(), endsAt: Instant, sent: z.boolean() });
export type IdentityLinkMade = z.infer<typeof IdentityLinkMade>;

export const ReceiverParam = z.enum(RECEIVERS);
/** The words of a consent in one language, with the version that a consent to them names. */
export const ConsentWords = z.strictObject({
  receiver: z.enum(RECEIVERS),
  needed: z.boolean(),
  name: z.string(),
  text: z.string(),
  version: z.string(),
});
export type ConsentWords = z.infer<typeof ConsentWords>;
const textVersion = z.string().regex(/^[0-9a-f]{64}$/);
/** What an officer records who has the delegate's consent on paper before them. */
export const RecordConsent = z.strictObject({ lang: Lang, textVersion });

const token = z.string().max(100);
/** Who looked at the passport data, at what, and why. */
export const IdentityViewing = z.strictObject({
  at: Instant,
  by: z.string(),
  fields: z.array(z.enum(IDENTITY_FIELDS)),
  purpose: z.enum(REVEAL_PURPOSES),
});
export type IdentityViewing = z.infer<typeof IdentityViewing>;

/** What somebody wants to see, and why. The note says more; it is read by the delegate, so no number belongs into it. */
export const RevealIdentity = z.strictObject({
  fields: z
    .array(z.enum(IDENTITY_FIELDS))
    .min(1, say('表示する項目を選んでください', 'Choose what to show'))
    .max(IDENTITY_FIELDS.length)
    .refine((fields) => new Set(fields).size === fields.length),
  purpose: z.enum(REVEAL_PURPOSES, { error: say('目的を選んでください', 'Choose the purpose') }),
  note: line(200).refine((text) => !/\d{5}/.test(text), {
    error: say('番号は書かないでください', 'Do not write numbers here'),
  }),
});
export type RevealIdentity = z.infer<typeof RevealIdentity>;
export const IdentityRevealed = z.strictObject({
  values: z.partialRecord(z.enum(IDENTITY_FIELDS), z.string()),
  hideAfterSeconds: z.int(),
});
export type IdentityRevealed = z.infer<typeof IdentityRevealed>;

/** The delegate's own page: what is asked, what is held, for whom, and who has looked. */
export const IdentityPage = z.strictObject({
  delegate: z.strictObject({ familyName: z.string(), givenName: z.string(), title: Bilingual, level: z.string() }),
  member: Bilingual,
  event: z.strictObject({ shortName: z.string(), name: Bilingual, endsOn: Day, passportMonths: z.int() }),
  /** The day after which the passport data are erased. */
  keptUntil: Day,
  linkEndsAt: Instant,
  status: IdentityStatus,
  consents: z.array(ConsentWords),
  viewings: z.array(IdentityViewing),
});
export type IdentityPage = z.infer<typeof IdentityPage>;
export const OpenIdentityPage = z.strictObject({ token, lang: Lang });
export const KeepIdentityByLink = z.strictObject({ ...OpenIdentityPage.shape, identity: IdentityInput });
export const DecideByLink = z.strictObject({
  ...OpenIdentityPage.shape,
  receiver: z.enum(RECEIVERS),
  given: z.boolean(),
  textVersion,
});

export const PlaceHold = z.strictObject({
  memberId: OrganisationId,
  reason: requiredParagraph(1000, '理由を入力してください', 'Enter the reason'),
});
export type PlaceHold = z.infer<typeof PlaceHold>;
