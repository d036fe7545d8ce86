import { defineMails } from '#shared/notifications/mail.ts';

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
    ja: ({ event = '' }) => ({
      subject: `${event} プログラムを公開しました`,
      body: `${event} のプログラムを公開しました。\n貴自治体の企画が、新しく載ったか、変わっています。次のページで確かめてください。`,
    }),
    en: ({ event = '' }) => ({
      subject: `${event}: the programme is public`,
      body: `The programme of ${event} has been published.\nA session of yours is new in it or has changed. Please check it on this page.`,
    }),
  },
});
