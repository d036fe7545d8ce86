import type { Span } from '#shared/bilaterals/candidates.ts';
import type { PlannerView } from '#shared/bilaterals/contract.ts';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import { dayOf, dualTime, formatDay } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import type { Party } from './use-party.ts';

type LanesAsTextProps = { planner: PlannerView; party: Party; member: string };

/** The same as the lanes, in words: for who does not see them, and for copying into a mail. */
export function LanesAsText({ planner, party, member }: LanesAsTextProps) {
  const t = useTexts(bilateralTexts);
  const lang = useLang();
  const zone = planner.timeZone;
  const hours = ({ startsAt, endsAt }: Span) => dualTime(startsAt, endsAt, zone, lang).venue;
  const line = (spans: readonly Span[], day: string, words: (at: number) => string = () => '') =>
    spans
      .map((one, index) => ({ one, said: [hours(one), words(index)].filter(Boolean).join(' ') }))
      .filter(({ one }) => dayOf(one.startsAt, zone) === day)
      .map(({ said }) => said)
      .join(t.list) || t.textNone;
  const engaged = (index: number) => {
    const one = party.engaged[index];
    return one ? (one.who ? t.ofWho(one.label, one.who) : one.label) : '';
  };
  return (
    <details className="lanes-text">
      <summary>{t.asText}</summary>
      {party.days.map((day) => (
        <section key={day}>
          <h3>{formatDay(day, lang)}</h3>
          <dl>
            <dt>
              {member} {t.textWished}
            </dt>
            <dd>{line(party.wished, day)}</dd>
            <dt>
              {member} {t.textBusy}
            </dt>
            <dd>{line(party.engaged, day, engaged)}</dd>
            {planner.rooms.map((room) => (
              <RoomLine
                key={room.id}
                name={t.textRoom(inWords(room.name, lang))}
                hours={line(
                  party.roomBusy.filter((one) => one.roomId === room.id),
                  day,
                )}
              />
            ))}
          </dl>
        </section>
      ))}
    </details>
  );
}

function RoomLine({ name, hours }: { name: string; hours: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{hours}</dd>
    </>
  );
}
