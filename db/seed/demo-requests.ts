import { addDays, type Day } from '#shared/time.ts';
import { addWorkingDays } from '#shared/working-days.ts';
import { DEMO_DAY, jst, type Making } from './demo-making.ts';
import type { Beat } from './demo-play.ts';

/** What happened on a day; the time of day comes by chance within office hours. */
export type Telling = Omit<Beat, 'at'> & { on: Day; time?: string };

/** Puts times to what happened: in the order told, within office hours, and never later than the demonstration's now. */
export function timed({ chance }: Pick<Making, 'chance'>, tellings: readonly Telling[]): Beat[] {
  let before = new Date(0);
  return tellings.map(({ on, time, ...beat }) => {
    const [from, to] = on === DEMO_DAY ? [9, 9] : [9, 16];
    const minute = String(chance.between(0, 49)).padStart(2, '0');
    let at = jst(on, time ?? `${chance.between(from, to)}:${minute}`);
    if (at <= before) at = new Date(before.getTime() + chance.between(3, 25) * 60_000);
    before = at;
    return { ...beat, at };
  });
}

/** From first thoughts to the beginning of the work: written over some days, sent, taken on. */
export function begun(sent: Day, owner: string | null, started: Day = addWorkingDays(sent, 1)): Telling[] {
  const opening: Telling[] = [
    { do: 'create', on: addDays(sent, -4) },
    { do: 'submit', on: sent },
  ];
  if (owner === null) return opening;
  return [
    ...opening,
    { do: 'assign', on: started, owner, by: 'tadokoro@desk' },
    { do: 'start', on: started, by: owner === 'registrar@desk' ? 'tadokoro@desk' : owner },
  ];
}

/** The office’s decision, by somebody who may decide when the owner only hands out places. */
export function decided(act: 'approve' | 'waitlist', on: Day): Telling {
  return { do: act, on, by: 'staff@desk' };
}

/** Until when somebody is to answer: five in the afternoon in Japan. */
export function until(day: Day): Date {
  return jst(day, '17:00');
}
