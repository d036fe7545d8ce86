import type { PublicSession } from '#shared/schedule/contract.ts';
import type { PublicEvent } from '#shared/schedule/public-days.ts';
import type { PublicProgramme } from '#shared/schedule/public-view.ts';
import { FORMULAS, MAIL, XSS } from '../corpora.ts';
import { event, programme } from './programme.ts';
import { released } from './released.ts';

const HARD_TEXTS = [
  ...XSS,
  ...MAIL,
  ...FORMULAS,
  ']]>',
  '&amp;&#0;',
  '髙﨑👩‍👩‍👧‍👦',
  '<![CDATA[x]]>',
  '\u0001\ufffe',
  '\ud800',
];

/** Programmes that formats for other programs stumble over: each with what makes it hard. */
export function hardProgrammes(): Record<string, PublicProgramme> {
  const in_ = (timeZone: string, slug: string, sessions: PublicSession[], of: Partial<PublicEvent> = {}) =>
    programme(
      sessions.map((one) => ({ ...one, room: { ...one.room, timeZone } })),
      { ...event, timeZone, slug, ...of },
    );
  const texts = HARD_TEXTS.map((text) => {
    const both = { ja: text, en: text };
    const one = released({ ja: text, en: text });
    return {
      ...one,
      abstract: both,
      room: { ...one.room, name: both },
      speakers: one.speakers.map((speaker) => ({ ...speaker, name: both })),
      notices: { noPhoto: true, noRecording: true },
      streamUrl: `https://video.example/?a=1&b=${encodeURIComponent(text.toWellFormed())}`,
    };
  });
  const name = { ja: '会議室', en: 'Room' };
  return {
    plain: in_('Africa/Addis_Ababa', 'cop32', [released(), released({ state: 'cancelled', at: '15:00' })]),
    empty: in_('Africa/Addis_Ababa', 'cop32', []),
    'hostile texts': in_('Africa/Addis_Ababa', 'cop32', texts),
    'a short name and a zone of half hours': in_('Asia/Kolkata', 'cop', [released({ at: '23:30', minutes: 120 })]),
    'a zone of three parts': in_('America/Argentina/Buenos_Aires', 'cbd-cop-16', [released()]),
    'rooms of one name': in_(
      'Asia/Tokyo',
      'cop32',
      [0, 1, 2, 3].map((room) => {
        const one = released({ room });
        return { ...one, room: { ...one.room, name, area: room === 2 ? '' : one.room.area } };
      }),
    ),
    'outside of its days': in_('Europe/Berlin', 'cop32', [
      released({ day: '2027-10-31', at: '2:30' }),
      released({ day: '2028-03-26', at: '1:30' }),
    ]),
    'no abstract, nobody on it': in_('Asia/Kathmandu', 'cop32', [
      released({ abstract: { ja: '', en: '' }, speakers: [], hosts: [], language: 'en', ja: '', en: 'Only English' }),
    ]),
    '1,200 sessions': in_(
      'Africa/Addis_Ababa',
      'cop32',
      Array.from({ length: 1_200 }, (_, index) =>
        released({ day: `2027-11-${String(8 + (index % 12)).padStart(2, '0')}`, room: index % 4 }),
      ),
    ),
  };
}
