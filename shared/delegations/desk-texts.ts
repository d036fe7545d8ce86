import { defineTexts } from '#shared/text.ts';

/** Words of the office's list of delegations. */
export const deskDelegationTexts = defineTexts(
  {
    title: '派遣団',
    subtitle: (event: string, count: number) => `${event}　${count}団体`,
    member: '自治体',
    people: '人数',
    head: '団長',
    stay: '滞在',
    act: '操作',
    none: 'まだありません',
    see: '見る',
    seeOf: (name: string) => `${name}の派遣団を見る`,
    begin: '派遣団を始める',
    beginOf: (name: string) => `${name}の派遣団を始める`,
    back: '派遣団の一覧に戻る',
    of: (name: string) => `${name}の派遣団`,
  },
  {
    title: 'Delegations',
    subtitle: (event: string, count: number) => `${event} · ${count} ${count === 1 ? 'delegation' : 'delegations'}`,
    member: 'Municipality',
    people: 'People',
    head: 'Head',
    stay: 'On site',
    act: 'Action',
    none: 'None yet',
    see: 'See',
    seeOf: (name: string) => `See the delegation of ${name}`,
    begin: 'Begin one',
    beginOf: (name: string) => `Begin the delegation of ${name}`,
    back: 'Back to all delegations',
    of: (name: string) => `Delegation of ${name}`,
  },
);
