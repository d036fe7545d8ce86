import type { Lang } from '#shared/lang.ts';
import { textsIn } from '#shared/text.ts';
import { dayOf, daysBetween, formatTime, JAPAN } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import { PART_HOURS, type WishedTime } from './kinds/speaking.ts';
import { requestTexts } from './texts.ts';

/** A part of the venue's day on Japan's clock: 21–24時. An end at midnight reads 24, later hours count on: 24–27時. */
export function partInJapan({ day, part }: WishedTime, timeZone: string, lang: Lang): string {
  const [from, to] = PART_HOURS[part];
  const hour = (at: number) => {
    const instant = instantOf(day, `${at}:00`, timeZone);
    const later = daysBetween(day, dayOf(instant, JAPAN));
    return Number(formatTime(instant, JAPAN).split(':')[0]) + 24 * later;
  };
  return textsIn(requestTexts, lang).hours(hour(from), hour(to));
}
