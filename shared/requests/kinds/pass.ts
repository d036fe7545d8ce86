import { z } from 'zod';
import { DelegateId } from '#shared/ids.ts';
import { Day, paragraph } from '#shared/shapes.ts';
import { defineKind, eachOnce, issueList } from './define-kind.ts';

/** One person of the party: which days on site, and whether only as a reserve should somebody drop out. */
export const PassPerson = z.strictObject({
  delegateId: DelegateId,
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
  reserve: z.boolean().default(false),
  /** The pass comes by another way, such as the government's delegation: no place of ours is needed. */
  elsewhere: z.boolean().default(false),
});
export type PassPerson = z.infer<typeof PassPerson>;

export const PassDetails = z.strictObject({
  zone: z.enum(['blue', 'green', 'any']).nullable().default(null),
  people: z.array(PassPerson).max(50).default([]),
  /** The smallest number that still travels: a head without an attendant does not. */
  minimumParty: z.int().min(1).max(50).default(1),
  purpose: paragraph(400).default(''),
  /** Without a speaking slot the wish lapses. */
  onlyWithSpeaking: z.boolean().default(false),
  fundingNote: paragraph(200).default(''),
  note: paragraph(1000).default(''),
});
export type PassDetails = z.infer<typeof PassDetails>;

const ZONE_WORDS = {
  blue: { ja: 'ブルーゾーン', en: 'Blue Zone' },
  green: { ja: 'グリーンゾーン', en: 'Green Zone' },
  any: { ja: 'パス', en: 'Passes' },
} as const;

export const PASS_STEPS = ['people', 'days', 'purpose'] as const;

export const passKind = defineKind<PassDetails, (typeof PASS_STEPS)[number]>({
  kind: 'pass',
  steps: PASS_STEPS,
  details: PassDetails,
  issues: (details) => {
    const { issues, add } = issueList<(typeof PASS_STEPS)[number]>();
    const travelling = details.people.filter((one) => !one.reserve);
    add(
      travelling.length === 0,
      'people',
      '/people',
      'パスが必要な人を1人以上選んでください',
      'Choose at least one person who needs a pass',
    );
    add(
      details.minimumParty > Math.max(1, travelling.length),
      'people',
      '/minimumParty',
      '最少人数は、選んだ人数までにしてください',
      'The minimum party cannot be larger than the people chosen',
    );
    add(details.zone === null, 'days', '/zone', '希望するゾーンを選んでください', 'Choose the zone you wish for');
    details.people.forEach((person, index) => {
      add(
        person.from === null || person.to === null,
        'days',
        `/people/${index}/from`,
        '現地にいる最初の日と最後の日を選んでください',
        'Choose the first and the last day on site',
      );
      add(
        person.from !== null && person.to !== null && person.from > person.to,
        'days',
        `/people/${index}/to`,
        '最後の日は、最初の日より後にしてください',
        'The last day must not be before the first',
      );
    });
    add(
      details.purpose === '',
      'purpose',
      '/purpose',
      '参加の目的を入力してください',
      'Enter the purpose of taking part',
    );
    return issues;
  },
  title: (details) => {
    const count = details.people.filter((one) => !one.reserve).length;
    if (count === 0) return { ja: '', en: '' };
    const zone = ZONE_WORDS[details.zone ?? 'any'];
    return { ja: `${zone.ja} ${count}名`, en: `${zone.en}, ${count} ${count === 1 ? 'person' : 'people'}` };
  },
  delegateIds: (details) => eachOnce(details.people.map((one) => one.delegateId)),
  asksForHead: () => false,
  searchable: (details) => [details.purpose, details.note],
});
