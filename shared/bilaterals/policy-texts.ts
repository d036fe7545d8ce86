import { defineTexts } from '#shared/text.ts';

/** Why somebody may not do something with a meeting, and what the desk waits for meanwhile. */
export const bilateralPolicyTexts = defineTexts(
  {
    notForMeeting: 'この申請は会談の申請ではありません',
    notApproved: '承認した会談の申請からだけ、先方への打診を始められます',
    cancelled: 'この会談は取りやめになっています',
    held: 'この会談はすでに行われました',
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
    agreed: 'A time is agreed. To change it, set the new time',
    requestClosed: 'Its request is closed, so this cannot go on',
    noCounterpart: 'Choose a counterpart that is registered',
    noRoom: 'Choose a room of this event',
  },
);
