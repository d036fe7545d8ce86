import { defineTexts } from '#shared/text.ts';

/** Why somebody may not do something with a pass. */
export const passPolicyTexts = defineTexts(
  {
    notForPasses: 'この申請はパスの申請ではありません',
    notApproved: '承認した申請にだけパスを渡せます',
    alreadyBack: 'このパスはすでに枠に戻っています',
    collected: '会場で受け取ったパスは枠に戻せません',
    someCollected: '会場で受け取ったパスがあるため、取下げも見送りもできません',
    notOver: (day: string) => `パスは${day}まで使えます。その後に完了にできます`,
    outsidePool: (from: string, to: string) => `この枠の期間（${from}–${to}）の日を選んでください`,
    noPool: 'この会議の枠から選んでください',
    noLongerCovered: 'パスを枠に戻したため',
  },
  {
    notForPasses: 'This request does not ask for passes',
    notApproved: 'Only approved requests are given passes',
    alreadyBack: 'This pass has already gone back to its pool',
    collected: 'A pass collected at the venue cannot go back to its pool',
    someCollected: 'A pass was collected at the venue, so it can be neither withdrawn nor declined',
    notOver: (day: string) => `The passes are valid until ${day}. Complete the request after that`,
    outsidePool: (from: string, to: string) => `Choose days within this pool (${from} to ${to})`,
    noPool: 'Choose a pool of this event',
    noLongerCovered: 'A pass went back to its pool',
  },
);
