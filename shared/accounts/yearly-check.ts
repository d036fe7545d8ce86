import { type Day, dayOf, JAPAN } from '#shared/time.ts';

/** The yearly look through a municipality's accounts, after the changes of personnel on 1 April. */
export type YearlyCheck = {
  /** The Japanese fiscal year that begins with it. */
  year: number;
  firstDay: Day;
  lastDay: Day;
  /** Whether it is asked now; afterwards, until the next 1 April, it is over. */
  isOpen: boolean;
  /** Whether only few days are left, so that whoever has not answered is reminded again. */
  isNearlyOver: boolean;
};

/** The check that an instant belongs to: the one that goes on, or the latest one that is over. All days are Japan's. */
export function yearlyCheckAt(now: Date): YearlyCheck {
  const day = dayOf(now, JAPAN);
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);
  const [firstDay, reminded, lastDay] = [`${year}-04-01`, `${year}-04-11`, `${year}-04-15`] as const;
  const isOpen = day <= lastDay;
  return { year, firstDay, lastDay, isOpen, isNearlyOver: isOpen && day >= reminded };
}
