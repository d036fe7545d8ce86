import type { MeetingView } from '#shared/bilaterals/contract.ts';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import type { Bilingual, Lang } from '#shared/lang.ts';
import { requestWords } from '#shared/requests/words.ts';
import { textsIn } from '#shared/text.ts';
import { dayOf, formatShortDay, formatTime, type Instant } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { DualTime } from '../ui/DualTime.tsx';

/** Where a meeting is: its room with the area, and what was added in words; or that it is open. */
export function placeOf(meeting: Pick<MeetingView, 'room' | 'place' | 'mode'>, lang: Lang): string {
  const { room, place, mode } = meeting;
  const parts = [room ? inWords(room.name, lang) : '', room?.area ?? '', inWords(place, lang)].filter(Boolean);
  if (parts.length > 0) return parts.join(textsIn(bilateralTexts, lang).join);
  return mode === 'online' ? textsIn(requestWords, lang).meetingMode.online : textsIn(bilateralTexts, lang).noPlace;
}

/** The time on the counterpart's clock, with its day where that is another one than at the venue. */
export function counterpartClock(at: Instant, venue: string, zone: string, lang: Lang): string {
  const day = dayOf(at, zone);
  const time = formatTime(at, zone);
  return day === dayOf(at, venue) ? time : `${formatShortDay(day, lang)} ${time}`;
}

/** When and where a meeting is, on all clocks. */
export function Appointment({ meeting, withPlace = true }: { meeting: MeetingView; withPlace?: boolean }) {
  const lang = useLang();
  const t = useTexts(bilateralTexts);
  const { startsAt, endsAt, timeZone, counterpart } = meeting;
  if (!startsAt) return null;
  const city: Bilingual = counterpart.name;
  return (
    <p className="appointment">
      <DualTime from={startsAt} to={endsAt} zone={timeZone} day="long" />
      {counterpart.timeZone ? (
        <span className="text-ink-3">
          {t.clock(inWords(city, lang), counterpartClock(startsAt, timeZone, counterpart.timeZone, lang))}
        </span>
      ) : null}
      {withPlace ? <span>{placeOf(meeting, lang)}</span> : null}
    </p>
  );
}
