import { defineTexts } from '#shared/text.ts';

/** What a delegate is still needed for, as it stands in a refusal. */
export const engagementTexts = defineTexts(
  { pass: 'パス', session: 'セッションの登壇者', meeting: '面会の出席者', request: '進行中の申請', and: '・' },
  { pass: 'a pass', session: 'a session', meeting: 'a meeting', request: 'an open request', and: ', ' },
);
