import { defineMails } from '#shared/notifications/mail.ts';

/** Mails about the meetings of a municipality. */
export const bilateralMails = defineMails({
  'meeting.approaching': {
    ja: ({ reference = '' }) => ({
      subject: `${reference} 先方への打診を始めました`,
      body: `申請 ${reference} の会談について、先方への打診を始めました。\n返事があるまで数週間かかることがあります。`,
    }),
    en: ({ reference = '' }) => ({
      subject: `${reference}: the counterpart is being approached`,
      body: `We have begun to approach the counterpart of request ${reference}.\nAn answer may take some weeks.`,
    }),
  },
  'meeting.arranged': {
    ja: ({ reference = '' }) => ({
      subject: `${reference} 会談が決まりました`,
      body: `申請 ${reference} の会談の日時が決まりました。\n日時・場所・出席者を、次のページで確かめてください。`,
    }),
    en: ({ reference = '' }) => ({
      subject: `${reference}: your meeting is arranged`,
      body: `The meeting of request ${reference} has a time.\nPlease check time, place and participants on this page.`,
    }),
  },
  'meeting.moved': {
    ja: ({ reference = '' }) => ({
      subject: `${reference} 会談の予定が変わりました`,
      body: `申請 ${reference} の会談の日時・場所・出席者のいずれかが変わりました。\n次のページで確かめてください。`,
    }),
    en: ({ reference = '' }) => ({
      subject: `${reference}: your meeting has changed`,
      body: `Time, place or participants of the meeting of request ${reference} have changed.\nPlease check them on this page.`,
    }),
  },
  'meeting.cancelled': {
    ja: ({ reference = '' }) => ({
      subject: `${reference} 会談が取りやめになりました`,
      body: `申請 ${reference} の会談が取りやめになりました。\n次のページで確かめてください。`,
    }),
    en: ({ reference = '' }) => ({
      subject: `${reference}: your meeting is cancelled`,
      body: `The meeting of request ${reference} has been cancelled.\nPlease see this page.`,
    }),
  },
});
