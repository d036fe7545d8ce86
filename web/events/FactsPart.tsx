import { useState } from 'react';
import type { EventView } from '#shared/events/contract.ts';
import { settingsTexts } from '#shared/events/texts.ts';
import { eventWords } from '#shared/events/words.ts';
import { formatDays, formatLongDay } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { FactsDialog } from './FactsDialog.tsx';

type PartProps = { event: EventView; mayChange: boolean };

/** What the event is, where and when. */
export function FactsPart({ event, mayChange }: PartProps) {
  const lang = useLang();
  const t = useTexts(settingsTexts);
  const words = useTexts(eventWords);
  const [editing, setEditing] = useState(false);
  const { facts } = t;
  const rows = [
    [t.name, inWords(event.name, lang)],
    [facts.shortName, event.shortName],
    [facts.process, inWords(event.processInfo.name, lang)],
    [facts.city, `${inWords(event.city, lang)} (${inWords(event.country, lang)})`],
    [facts.venueName, inWords(event.venueName, lang)],
    [facts.pavilion, inWords(event.pavilion, lang)],
    [
      facts.dates,
      `${formatDays(event.startsOn, event.endsOn, lang)} ${event.provisional ? `(${facts.provisional})` : ''}`,
    ],
    [facts.actualEndsOn, event.actualEndsOn ? formatLongDay(event.actualEndsOn, lang) : ''],
    [facts.timeZone, event.timeZone],
    [facts.phase, words.phase[event.phase]],
    [facts.passportMonths, String(event.passportMonths)],
    [facts.notes, inWords(event.notes, lang)],
  ] as const;
  return (
    <section className="grid gap-3">
      <div className="flex items-center gap-3">
        <h2 className="flex-1">{t.parts.facts}</h2>
        {mayChange ? <Button onClick={() => setEditing(true)}>{t.edit}</Button> : null}
      </div>
      <dl className="card grid gap-x-5 gap-y-2 p-5 text-14 wide:grid-cols-[180px_minmax(0,1fr)]">
        {rows.map(([label, text]) => (
          <div key={label} className="contents">
            <dt className="text-13 text-ink-3">{label}</dt>
            <dd className="whitespace-pre-wrap">{text || '–'}</dd>
          </div>
        ))}
      </dl>
      {editing ? <FactsDialog event={event} onClose={() => setEditing(false)} /> : null}
    </section>
  );
}
