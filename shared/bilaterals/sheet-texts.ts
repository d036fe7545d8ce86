import { defineTexts } from '#shared/text.ts';

/** Words of the sheet taken along to a meeting. */
export const meetingSheetTexts = defineTexts(
  {
    title: '会談資料',
    confidential: '取扱注意',
    printedOn: (day: string) => `${day}印刷`,
    row: {
      reference: '受付番号',
      member: '当方',
      counterpart: '先方',
      time: '日時',
      place: '場所',
      mode: '方法',
      language: '言語・通訳',
      ours: '当方の出席者',
      theirs: '先方の出席者・窓口',
    },
  },
  {
    title: 'Meeting sheet',
    confidential: 'Handle with care',
    printedOn: (day: string) => `Printed ${day}`,
    row: {
      reference: 'Reference',
      member: 'Our side',
      counterpart: 'Counterpart',
      time: 'Time',
      place: 'Place',
      mode: 'Mode',
      language: 'Language and interpreting',
      ours: 'Our participants',
      theirs: 'Their participants or contact',
    },
  },
);
