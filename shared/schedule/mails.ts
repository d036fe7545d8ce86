import { defineMails } from '#shared/notifications/mail.ts';
import { formatDeadline } from '#shared/time.ts';
import { linesOf } from './release-mail.ts';

/** Mails about the sessions of a municipality. */
export const scheduleMails = defineMails({
  'session.placed': {
    ja: ({ reference = '' }) => ({
      subject: `${reference} 登壇の日時が決まりました`,
      body: `申請 ${reference} の企画の日時と部屋が決まりました。\n公開前の予定です。次のページで確かめてください。`,
    }),
    en: ({ reference = '' }) => ({
      subject: `${reference}: your session has a time`,
      body: `The session of request ${reference} has a time and a room.\nIt is not public yet. Please check it on this page.`,
    }),
  },
  'session.moved': {
    ja: ({ reference = '' }) => ({
      subject: `${reference} 登壇の予定が変わりました`,
      body: `申請 ${reference} の企画の日時か部屋が変わりました。\n次のページで確かめてください。`,
    }),
    en: ({ reference = '' }) => ({
      subject: `${reference}: your session has moved`,
      body: `The time or the room of the session of request ${reference} has changed.\nPlease check it on this page.`,
    }),
  },
  'session.unplaced': {
    ja: ({ reference = '' }) => ({
      subject: `${reference} 登壇の日時を調整し直しています`,
      body: `申請 ${reference} の企画の日時を、もう一度調整しています。\n決まりしだいお知らせします。`,
    }),
    en: ({ reference = '' }) => ({
      subject: `${reference}: a new time is being found`,
      body: `A new time is being found for the session of request ${reference}.\nWe will tell you as soon as there is one.`,
    }),
  },
  'session.cancelled': {
    ja: ({ reference = '' }) => ({
      subject: `${reference} 企画が中止になりました`,
      body: `申請 ${reference} の企画が中止になりました。\n次のページで確かめてください。`,
    }),
    en: ({ reference = '' }) => ({
      subject: `${reference}: your session is cancelled`,
      body: `The session of request ${reference} has been cancelled.\nPlease see this page.`,
    }),
  },
  'session.promoted': {
    ja: () => ({
      subject: '登壇者が替わりました',
      body: '企画の登壇者のひとりが、控えの人に替わりました。\n次のページで確かめてください。',
    }),
    en: () => ({
      subject: 'A speaker has changed',
      body: 'In a session, the next in line has taken a speaker’s place.\nPlease check it on this page.',
    }),
  },
  'schedule.released': {
    ja: (params) => {
      const { event = '', number = '', count = '' } = params;
      return {
        subject: `${event} プログラム第${number}版：関係する企画${count}件の変更`,
        body: `${event} のプログラム第${number}版を公開しました。\n貴自治体が関わる企画の変更は次のとおりです。\n${listed(params, '・', (more) => `ほか${more}件`)}\n変更の前と後は、次のページで確かめられます。`,
      };
    },
    en: (params) => {
      const { event = '', number = '', count = '' } = params;
      return {
        subject: `${event} programme, release ${number}: ${count} of your sessions changed`,
        body: `Release ${number} of the ${event} programme is public.\nThese sessions of yours have changed:\n${listed(params, '- ', (more) => `and ${more} more`)}\nThis page shows what was and what is.`,
      };
    },
  },
  'proof.sent': {
    ja: ({ event = '', count = '', dueAt = '' }) => ({
      subject: `${event} 公開前の確認のお願い（${count}件）`,
      body: `${event} で貴自治体が関わる企画${count}件を、公開する前に確かめてください。\n回答期限は${dueAt && formatDeadline(dueAt, 'ja')}（日本時間）です。期限を過ぎても、公開を止めることはありません。`,
    }),
    en: ({ event = '', count = '', dueAt = '' }) => ({
      subject: `${event}: please check before it is public (${count})`,
      body: `Please check the ${event} sessions you take part in before they are published. Their number: ${count}.\nAnswer by ${dueAt && formatDeadline(dueAt, 'en')}. Without an answer the programme is published all the same.`,
    }),
  },
  'proof.reminder': {
    ja: ({ event = '', count = '', dueAt = '' }) => ({
      subject: `${event} 公開前の確認がまだです（${count}件）`,
      body: `${event} の企画${count}件の確認がまだです。\n回答期限は${dueAt && formatDeadline(dueAt, 'ja')}（日本時間）です。`,
    }),
    en: ({ event = '', count = '', dueAt = '' }) => ({
      subject: `${event}: your check is still missing (${count})`,
      body: `Sessions of ${event} still wait for your check. Their number: ${count}.\nAnswer by ${dueAt && formatDeadline(dueAt, 'en')}.`,
    }),
  },
  'proof.objection': {
    ja: ({ event = '' }) => ({
      subject: `${event} 公開前の確認に修正の希望があります`,
      body: `自治体が、公開前の企画の修正を希望しています。\n内容を次のページで確かめてください。`,
    }),
    en: ({ event = '' }) => ({
      subject: `${event}: a correction is asked for before publication`,
      body: `A municipality asks for a correction of a session that is not public yet.\nPlease see what it says on this page.`,
    }),
  },
});

function listed(params: Record<string, string>, bullet: string, andMore: (count: string) => string): string {
  const more = params.more && params.more !== '0' ? [andMore(params.more)] : [];
  return [...linesOf(params), ...more].map((line) => `${bullet}${line}`).join('\n');
}
