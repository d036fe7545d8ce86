import { defineMails } from '#shared/notifications/mail.ts';

/** Mails about the places a municipality has been given. */
export const passMails = defineMails({
  'pass.allotted': {
    ja: ({ reference = '' }) => ({
      subject: `${reference} パスが決まりました`,
      body: `申請 ${reference} にパスを割り当てました。\nどなたの、どの日のパスかを、次のページで確かめてください。`,
    }),
    en: ({ reference = '' }) => ({
      subject: `${reference}: passes allotted`,
      body: `Passes have been allotted to request ${reference}.\nPlease check on this page for whom and for which days.`,
    }),
  },
  'pass.given-back': {
    ja: ({ reference = '' }) => ({
      subject: `${reference} パスが変わりました`,
      body: `申請 ${reference} のパスの1つを、枠に戻しました。\n次のページで内容を確かめてください。`,
    }),
    en: ({ reference = '' }) => ({
      subject: `${reference}: a pass has changed`,
      body: `One pass of request ${reference} has gone back to its pool.\nPlease check on this page.`,
    }),
  },
  'pass.all-given-back': {
    ja: ({ reference = '' }) => ({
      subject: `${reference} パスを枠に戻しました`,
      body: `申請 ${reference} が終わったため、そのパスをすべて枠に戻しました。\n次のページで内容を確かめてください。`,
    }),
    en: ({ reference = '' }) => ({
      subject: `${reference}: the passes have gone back`,
      body: `Request ${reference} is over, so all its passes have gone back to their pools.\nPlease check on this page.`,
    }),
  },
  'pass.official': {
    ja: ({ reference = '' }) => ({
      subject: `${reference} 公式登録が進みました`,
      body: `申請 ${reference} のパスについて、会議事務局での登録が進みました。\n次のページで状況を確かめてください。`,
    }),
    en: ({ reference = '' }) => ({
      subject: `${reference}: registration has moved on`,
      body: `The convention secretariat has moved on with a pass of request ${reference}.\nPlease see on this page how far it is.`,
    }),
  },
});
