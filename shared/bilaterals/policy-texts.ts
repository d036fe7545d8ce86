import { defineTexts } from '#shared/text.ts';

/** Why somebody may not do something with a meeting, and what the desk waits for meanwhile. */
export const bilateralPolicyTexts = defineTexts(
  {
    notForMeeting: 'この申請は会談の申請ではありません',
    notApproved: '承認した会談の申請からだけ、先方への打診を始められます',
    cancelled: 'この会談は取りやめになっています',
    held: 'この会談はすでに行われました',
    over: 'この会談はすでに行われたため、取下げも見送りもできません',
    notOver: (day: string) => `会談は${day}に終わります。その後に完了にできます`,
    agreed: '日時が決まっています。変えるときは、新しい日時を入れてください',
    requestClosed: 'もとの申請が終わっているため、進められません',
    noCounterpart: '登録されている相手から選んでください',
    noRoom: 'この会議の部屋から選んでください',
  },
  {
    notForMeeting: 'This request does not ask for a meeting',
    notApproved: 'Only for approved requests is a counterpart approached',
    cancelled: 'This meeting is cancelled',
    held: 'This meeting has taken place',
    over: 'Its meeting has taken place, so it can be neither withdrawn nor declined',
    notOver: (day: string) => `The meeting ends on ${day}. Complete the request after that`,
    agreed: 'A time is agreed. To change it, set the new time',
    requestClosed: 'Its request is closed, so this cannot go on',
    noCounterpart: 'Choose a counterpart that is registered',
    noRoom: 'Choose a room of this event',
  },
);
