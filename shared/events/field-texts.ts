import { defineTexts } from '#shared/text.ts';

/** What is wrong with a field that only its surroundings can judge. */
export const eventFieldTexts = defineTexts(
  {
    dayTwice: '同じ日が2回あります。どちらかを消してください',
    venueElsewhere: 'この会議の会場から選んでください',
    slugTaken: 'この識別名は使われています。別の識別名にしてください',
    noProcess: 'プロセスを一覧から選んでください',
  },
  {
    dayTwice: 'This day is there twice. Remove one',
    venueElsewhere: 'Choose a venue of this event',
    slugTaken: 'This short id is taken. Choose another one',
    noProcess: 'Choose a process from the list',
  },
);
