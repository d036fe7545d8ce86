import { defineTexts } from '#shared/text.ts';

/** Why somebody may not do something with a task. */
export const taskPolicyTexts = defineTexts(
  {
    requestClosed: 'もとの申請が終わっているため、準備は変えられません',
    ofOffice: 'この準備は事務局が行います',
    ofMember: '自治体の準備を代わりに完了にできるのは、調整担当だけです',
    notForSpeaking: '登壇の申請だけに準備を加えられます',
    noOfficer: '担当者は、この準備を行う側の人から選んでください',
    nobodyToRemind: '知らせる準備がありません。絞り込みを確かめてください',
    whereMissing: 'スライドの置き場所を入力してください',
  },
  {
    requestClosed: 'Its request is closed, so its tasks stay as they are',
    ofOffice: 'The office does this one',
    ofMember: 'Only a coordinator ticks what a municipality does',
    notForSpeaking: 'Only requests to speak have tasks',
    noOfficer: 'Choose somebody of the side that does this task',
    nobodyToRemind: 'There is nothing to remind of. Check the filter',
    whereMissing: 'Enter where the slides are',
  },
);
