import { defineTexts } from '#shared/text.ts';

/** Why somebody may not do something with a session of the programme. */
export const schedulePolicyTexts = defineTexts(
  {
    notForSpeaking: 'この申請は登壇の申請ではありません',
    notApproved: '承認した登壇の申請からだけ企画を作れます',
    cancelled: 'この企画は中止されています',
    requestClosed: 'もとの申請が終わっているため、配置できません',
    over: 'この企画はすでに行われたため、取下げも見送りもできません',
    notOver: (day: string) => `企画は${day}に終わります。その後に完了にできます`,
    noRoom: 'この会議の部屋から選んでください',
    meetingRoom: '企画には、企画用の部屋を選んでください',
    outsideDays: 'この会議の期間の日を選んでください',
    noOrganisation: '登録されている団体から選んでください',
    offTheGrid: '企画の日時が未定に戻ったため',
    nobodyStandsBy: '控えの人がいません。先に控えを加えてください',
    noSpeaker: '替わる登壇者を選んでください',
    noBlockOfRequest: '申請にもとづく企画は、枠の確保に戻せません',
    nobodyLeft: '登壇者と主催者がいなくなったため',
  },
  {
    notForSpeaking: 'This request does not ask to speak',
    notApproved: 'Only approved requests to speak become sessions',
    cancelled: 'This session is cancelled',
    requestClosed: 'Its request is closed, so it cannot be placed',
    over: 'Its session has taken place, so it can be neither withdrawn nor declined',
    notOver: (day: string) => `The session ends on ${day}. Complete the request after that`,
    noRoom: 'Choose a room of this event',
    meetingRoom: 'Choose a room for sessions',
    outsideDays: 'Choose a day of this event',
    noOrganisation: 'Choose an organisation that is registered',
    offTheGrid: 'The session no longer has a time',
    nobodyStandsBy: 'Nobody stands by. Add somebody first',
    noSpeaker: 'Choose the speaker whose place it is',
    noBlockOfRequest: 'A session made from a request cannot become a reserved block',
    nobodyLeft: 'The session has neither speaker nor host any more',
  },
);
