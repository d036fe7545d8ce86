import { z } from 'zod';
import { DelegateId } from '#shared/ids.ts';
import { ClockTime, Day, line, paragraph } from '#shared/shapes.ts';
import { defineKind, eachOnce, issueList } from './define-kind.ts';

export const COUNTERPART_KINDS = ['city', 'network', 'ministry', 'un_body', 'company'] as const;
export const LEVELS = ['head', 'deputy', 'director', 'officer', 'any'] as const;
export const MEETING_MINUTES = [15, 30, 45, 60] as const;
export const INTERPRETERS = ['none', 'ja_en', 'ja_fr', 'ja_es', 'ja_pt', 'other'] as const;

/** Hours at the venue when the party could meet. */
export const FreeWindow = z.strictObject({ day: Day, from: ClockTime, to: ClockTime });
export type FreeWindow = z.infer<typeof FreeWindow>;

export const BilateralDetails = z.strictObject({
  counterpartKind: z.enum(COUNTERPART_KINDS).nullable().default(null),
  counterpartName: line(120).default(''),
  /** As the counterpart writes itself; the office writes to it in English. */
  counterpartNameEn: line(120).default(''),
  counterpartCountry: line(80).default(''),
  personWanted: line(120).default(''),
  levelWanted: z.enum(LEVELS).default('any'),
  secondChoices: paragraph(300).default(''),
  inContact: z.boolean().default(false),
  relation: paragraph(300).default(''),
  purpose: paragraph(400).default(''),
  wanted: paragraph(300).default(''),
  offered: paragraph(300).default(''),
  topics: paragraph(400).default(''),
  sensitive: paragraph(300).default(''),
  people: z.array(DelegateId).max(12).default([]),
  ourLevel: z.enum(LEVELS).default('any'),
  interpreter: z.enum(INTERPRETERS).default('none'),
  windows: z.array(FreeWindow).max(6).default([]),
  minutes: z.union([z.literal(15), z.literal(30), z.literal(45), z.literal(60)]).default(30),
  mode: z.enum(['in_person', 'online']).default('in_person'),
  placeWish: line(120).default(''),
  photo: z.boolean().default(false),
  press: z.enum(['no', 'yes', 'after']).default('no'),
  signing: z.boolean().default(false),
  gift: line(120).default(''),
  note: paragraph(1000).default(''),
});
export type BilateralDetails = z.infer<typeof BilateralDetails>;

export const BILATERAL_STEPS = ['counterpart', 'purpose', 'people', 'times'] as const;

export const bilateralKind = defineKind<BilateralDetails, (typeof BILATERAL_STEPS)[number]>({
  kind: 'bilateral',
  steps: BILATERAL_STEPS,
  details: BilateralDetails,
  issues: (details) => {
    const { issues, add } = issueList<(typeof BILATERAL_STEPS)[number]>();
    add(
      details.counterpartKind === null,
      'counterpart',
      '/counterpartKind',
      '会いたい相手の種類を選んでください',
      'Choose what kind of organisation you wish to meet',
    );
    add(
      details.counterpartName === '',
      'counterpart',
      '/counterpartName',
      '会いたい都市・団体の名前を入力してください',
      'Enter the city or organisation you wish to meet',
    );
    add(
      details.counterpartCountry === '',
      'counterpart',
      '/counterpartCountry',
      '相手の国を入力してください',
      'Enter the country',
    );
    add(
      details.purpose === '',
      'purpose',
      '/purpose',
      '会談の目的を入力してください',
      'Enter the purpose of the meeting',
    );
    add(
      details.people.length === 0,
      'people',
      '/people',
      '出席する人を1人以上選んでください',
      'Choose at least one person who takes part',
    );
    add(
      details.windows.length === 0,
      'times',
      '/windows',
      '会える時間帯を1つ以上加えてください',
      'Add at least one time when you could meet',
    );
    details.windows.forEach((window, index) => {
      add(
        window.from >= window.to,
        'times',
        `/windows/${index}/to`,
        '終わりの時刻は、始まりより後にしてください',
        'The end must be after the start',
      );
    });
    return issues;
  },
  title: ({ counterpartName, counterpartNameEn }) =>
    counterpartName === ''
      ? { ja: '', en: '' }
      : { ja: `${counterpartName}との会談`, en: `Meeting with ${counterpartNameEn || counterpartName}` },
  delegateIds: (details) => eachOnce(details.people),
  asksForHead: (details) => details.ourLevel === 'head',
  searchable: (details) => [
    details.counterpartName,
    details.counterpartNameEn,
    details.counterpartCountry,
    details.personWanted,
    details.purpose,
    details.topics,
    details.wanted,
    details.note,
  ],
});
