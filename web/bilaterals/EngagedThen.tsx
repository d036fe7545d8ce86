import type { Span } from '#shared/bilaterals/candidates.ts';
import type { PlannerView } from '#shared/bilaterals/contract.ts';
import { awayOf } from '#shared/bilaterals/planner.ts';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import { dualTime } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { type ArrangeInput, promisedThen } from './arrange-input.ts';

/** Who of the chosen people cannot be there at the chosen time. */
export function useEngagedThen(planner: PlannerView, input: ArrangeInput, span: Span | null) {
  const promised = planner.busy.map((one) => ({
    ...one,
    startsAt: new Date(one.startsAt),
    endsAt: new Date(one.endsAt),
  }));
  const away = input.day ? awayOf(planner.delegates, [input.day], planner.timeZone) : [];
  return {
    promised: promisedThen(span, input.people, promised),
    away: promisedThen(span, input.people, away),
  };
}

type EngagedThenProps = { planner: PlannerView; engaged: ReturnType<typeof useEngagedThen> };

export function EngagedThen({ planner, engaged }: EngagedThenProps) {
  const t = useTexts(bilateralTexts);
  const lang = useLang();
  const nameOf = (id: string) => planner.delegates.find((one) => one.id === id)?.name ?? '';
  const lines = [
    ...engaged.away.map((one) => t.awayNow[one.why](nameOf(one.holder))),
    ...engaged.promised.map((one) =>
      t.clashNow(
        nameOf(one.holder),
        inWords(one.label, lang),
        dualTime(one.startsAt, one.endsAt, planner.timeZone, lang).venue,
      ),
    ),
  ];
  if (lines.length === 0) return null;
  return (
    <Banner kind="action">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Banner>
  );
}
