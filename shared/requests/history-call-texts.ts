import { defineTexts } from '#shared/text.ts';

/** What is done with calls and proposals, for the record of changes. */
export const callHistory = defineTexts(
  {
    except: '締切後の提出を認めました',
    'call.put': '募集に加えました',
    join: '共同提案にしました',
    unjoin: '共同提案を分けました',
    'proposal/decide': '提案の結果を決めました（未通知）',
    'proposal/tell': '提案の結果を知らせました',
    score: '採点しました',
    'programme_session/confirm': '試しに置いた企画を本決まりにしました',
    'proposal/withdraw': '提案を取り下げました',
  },
  {
    except: 'allowed sending after the closing',
    'call.put': 'put it under a call',
    join: 'made it a joint proposal',
    unjoin: 'took the joint proposal apart',
    'proposal/decide': 'decided on a proposal (not told yet)',
    'proposal/tell': 'told the result of a proposal',
    score: 'gave scores',
    'programme_session/confirm': 'made a session real that was tried out',
    'proposal/withdraw': 'withdrew a proposal',
  },
);
