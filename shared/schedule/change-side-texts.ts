import { defineTexts } from '#shared/text.ts';

/** What was and what is, on the pages that show changes. */
export const changeSideTexts = defineTexts(
  {
    between: '、',
    stop: '　',
    minutes: (count: number) => `${count}分`,
    clocks: (day: string, venue: string, japan: string) => `${day} 会場 ${venue}（日本 ${japan}）`,
    person: (name: string, role: string) => `${name}（${role}）`,
    joined: (names: string) => `加わった人：${names}`,
    left: (names: string) => `外れた人：${names}`,
    changed: (names: string) => `役割や所属の変更：${names}`,
    order: '順番を改めました',
    notes: {
      cancelled: 'この企画は中止になりました',
      restored: '予定どおり行います',
      abstract: '要旨を改めました',
      notices: '会場での注意を改めました',
      other: '内容を改めました',
    },
  },
  {
    between: ', ',
    stop: '. ',
    minutes: (count: number) => `${count} min`,
    clocks: (day: string, venue: string, japan: string) => `${day}, venue ${venue} (Japan ${japan})`,
    person: (name: string, role: string) => `${name} (${role})`,
    joined: (names: string) => `Joined: ${names}`,
    left: (names: string) => `Left: ${names}`,
    changed: (names: string) => `New role or title: ${names}`,
    order: 'In a new order',
    notes: {
      cancelled: 'This session has been cancelled',
      restored: 'It takes place after all',
      abstract: 'The abstract has been revised',
      notices: 'The notices in the room have been revised',
      other: 'Details have been revised',
    },
  },
);
