import { z } from 'zod';
import { DelegateId, DelegationId, EventId, OrganisationId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { Day, Email, line, paragraph, requiredLine, say, Version } from '#shared/shapes.ts';

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
