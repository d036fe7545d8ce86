import { useMemo } from 'react';
import { candidates, meets, type Span } from '#shared/bilaterals/candidates.ts';
import type { PlannerView } from '#shared/bilaterals/contract.ts';
import { awayOf, freeParts, wishedSpans } from '#shared/bilaterals/planner.ts';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import { dayOf } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';

/** A time when somebody of the party is promised elsewhere or not there. */
export type Engaged = Span & { key: string; label: string; who: string };

const spanOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): Span => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
});

/** What the planner knows, worked out: wished times, who is engaged when, and the times when all could meet. */
export function useParty(planner: PlannerView, minutes: number) {
  const t = useTexts(bilateralTexts);
  const lang = useLang();
  return useMemo(() => {
    const { timeZone: zone, delegates, row } = planner;
    const wished = wishedSpans(row.windows, zone);
    const own =
      row.meeting?.startsAt && row.meeting.endsAt ? spanOf(row.meeting as { startsAt: string; endsAt: string }) : null;
    const days = [...wished, ...(own ? [own] : [])].map((one) => dayOf(one.startsAt, zone));
    const shownDays = [...new Set(days)].sort();
    const nameOf = (id: string) => delegates.find((one) => one.id === id)?.name ?? '';
    const away = awayOf(delegates, shownDays, zone).map((one) => ({ ...one, label: t.away[one.why] }));
    const promised = planner.busy.map((one) => ({
      ...spanOf(one),
      holder: one.holder,
      label: inWords(one.label, lang),
    }));
    const together = new Map<string, Engaged & { holders: string[] }>();
    for (const { holder, label, startsAt, endsAt } of [...away, ...promised]) {
      const key = `${startsAt.toISOString()} ${endsAt.toISOString()} ${label}`;
      const known = together.get(key) ?? { key, label, who: '', startsAt, endsAt, holders: [] };
      known.holders.push(holder);
      together.set(key, known);
    }
    const engaged = [...together.values()].map(({ holders, ...one }) => ({
      ...one,
      // Where it concerns everybody, names say nothing more.
      who: new Set(holders).size < delegates.length ? holders.map(nameOf).join(t.list) : '',
    }));
    const roomBusy = planner.roomBusy.map((one) => ({ ...spanOf(one), roomId: one.roomId as string }));
    // The smallest room first: a stage is not offered while a meeting room is free.
    const roomIds = planner.rooms
      .toSorted((a, b) => (a.capacity ?? Number.MAX_VALUE) - (b.capacity ?? Number.MAX_VALUE))
      .map((room) => room.id as string);
    return {
      wished,
      own,
      days: shownDays,
      engaged,
      promised,
      away,
      roomBusy,
      free: freeParts(wished, engaged),
      // What is arranged already is no other choice.
      found: candidates(wished, minutes, engaged, roomIds, roomBusy).filter((one) => !own || !meets(one, own)),
    };
  }, [planner, minutes, t, lang]);
}

export type Party = ReturnType<typeof useParty>;
