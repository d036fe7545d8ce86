import { z } from 'zod';
import { OrganisationId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { PageQuery, pageOf } from '#shared/page.ts';
import { line, requiredLine, Version } from '#shared/shapes.ts';

export const ORGANISATION_KINDS = ['member', 'office', 'city', 'network', 'ministry', 'un_body', 'company'] as const;
export const CITY_CLASSES = [
  'prefecture',
  'designated_city',
  'core_city',
  'general_city',
  'special_ward',
  'town',
] as const;

export const OrganisationView = z.strictObject({
  id: OrganisationId,
  kind: z.enum(ORGANISATION_KINDS),
  name: Bilingual,
  kana: z.string(),
  country: Bilingual,
  timeZone: z.string().nullable(),
  version: Version,
});
export type OrganisationView = z.infer<typeof OrganisationView>;

export const MemberView = z.strictObject({
  id: OrganisationId,
  name: Bilingual,
  formalNameEn: z.string(),
  kana: z.string(),
  lgCode: z.string(),
  cityClass: z.enum(CITY_CLASSES),
  prefecture: Bilingual,
  population: z.int(),
  populationAsOf: z.string(),
  headTitle: Bilingual,
  /** Known to the office and to the member itself; null for others. */
  sectionMail: z.string().nullable(),
  version: Version,
});
export type MemberView = z.infer<typeof MemberView>;

export const OrganisationQuery = z.strictObject({
  ...PageQuery,
  kind: z.enum(ORGANISATION_KINDS).optional(),
  q: z.string().max(60).optional(),
});
export const OrganisationPage = pageOf(OrganisationView);
export const MemberList = z.strictObject({ items: z.array(MemberView) });

export const OrganisationInput = z.strictObject({
  kind: z.enum(['city', 'network', 'ministry', 'un_body', 'company', 'office']),
  name: z.strictObject({
    ja: line(120),
    en: requiredLine(120, '英語の名前を入力してください', 'Enter the name in English'),
  }),
  country: z.strictObject({ ja: line(80), en: line(80) }),
  timeZone: z.string().max(64).nullable().default(null),
});
export type OrganisationInput = z.infer<typeof OrganisationInput>;
export const ChangeMember = z.strictObject({ sectionMail: line(254), formalNameEn: line(120) });
