import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PlanningView } from '#shared/clashes/contract.ts';
import { clashTexts } from '#shared/clashes/texts.ts';
import type { VenueId } from '#shared/ids.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useMe } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FieldGroup } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';

/** What the findings of the event presume: minutes of the ways, teams of interpreters. */
export function PlanningDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(clashTexts);
  const event = useMe()?.currentEvent?.slug ?? '';
  const { data } = useQuery({
    queryKey: ['planning', event],
    queryFn: ({ signal }) => call('GET /api/events/:event/planning', { params: { event }, signal }),
  });
  return (
    <Dialog open onClose={onClose} title={t.planningTitle}>
      {data ? <PlanningForm planning={data} event={event} onClose={onClose} /> : <Skeleton rows={4} />}
    </Dialog>
  );
}

type FormProps = { planning: PlanningView; event: string; onClose: () => void };

function PlanningForm({ planning, event, onClose }: FormProps) {
  const lang = useLang();
  const t = useTexts(clashTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const client = useQueryClient();
  const { busy, send, sentence, at, id } = useSending('planning');
  const [numbers, setNumbers] = useState(numbersOf(planning));
  const [ways, setWays] = useState(waysOf(planning));
  useEffect(() => {
    setNumbers(numbersOf(planning));
    setWays(waysOf(planning));
  }, [planning]);
  const venues = planning.venues.map((venue) => ({ value: venue.id as string, label: inWords(venue.name, lang) }));
  const [first = '', second = ''] = venues.map((venue) => venue.value);
  const change = (index: number, part: Partial<(typeof ways)[number]>) =>
    setWays(ways.map((way, other) => (other === index ? { ...way, ...part } : way)));
  const submit = () =>
    send(async () => {
      await call('PUT /api/events/:event/planning', {
        params: { event },
        body: {
          roomMinutes: Number(numbers.roomMinutes),
          venueMinutes: Number(numbers.venueMinutes),
          interpreterTeams: Number(numbers.interpreterTeams),
          ways: ways.map((way) => ({ a: way.a as VenueId, b: way.b as VenueId, minutes: Number(way.minutes) })),
        },
        ifMatch: planning.version,
      });
      await Promise.all(['planning', 'findings'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      toast({ message: t.planningSaved });
      onClose();
    });
  return (
    <form
      className="mt-2 grid gap-4"
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void submit();
      }}
    >
      {sentence ? <Banner kind="error">{sentence}</Banner> : null}
      {(['roomMinutes', 'venueMinutes', 'interpreterTeams'] as const).map((name) => (
        <TextInput
          key={name}
          label={t[name]}
          id={id(`/${name}`)}
          error={at(`/${name}`)}
          value={numbers[name]}
          onValue={(value) => setNumbers({ ...numbers, [name]: value })}
          inputMode="numeric"
        />
      ))}
      <FieldGroup id="planning-ways" label={t.ways}>
        <div className="grid gap-3">
          {ways.map((way, index) => (
            <div key={way.key} className="planning-way">
              <Select
                label={t.wayFrom}
                empty={null}
                value={way.a}
                options={venues}
                onValue={(a) => change(index, { a })}
                error={at(`/ways/${index}`)}
              />
              <Select
                label={t.wayTo}
                empty={null}
                value={way.b}
                options={venues}
                onValue={(b) => change(index, { b })}
              />
              <TextInput
                label={t.wayMinutes}
                value={way.minutes}
                onValue={(minutes) => change(index, { minutes })}
                error={at(`/ways/${index}/minutes`)}
                inputMode="numeric"
              />
              <Button size={30} onClick={() => setWays(ways.filter((_, other) => other !== index))}>
                {t.removeWay(index + 1)}
              </Button>
            </div>
          ))}
          {venues.length > 1 ? (
            <Button
              size={30}
              onClick={() => setWays([...ways, { key: crypto.randomUUID(), a: first, b: second, minutes: '20' }])}
            >
              {t.addWay}
            </Button>
          ) : null}
        </div>
      </FieldGroup>
      <div className="dialog-actions">
        <Button onClick={onClose}>{shell.cancel}</Button>
        <Button look="primary" type="submit" busy={busy}>
          {t.planningSave}
        </Button>
      </div>
    </form>
  );
}

function numbersOf({ roomMinutes, venueMinutes, interpreterTeams }: PlanningView) {
  return {
    roomMinutes: String(roomMinutes),
    venueMinutes: String(venueMinutes),
    interpreterTeams: String(interpreterTeams),
  };
}

function waysOf({ ways }: PlanningView) {
  return ways.map(({ a, b, minutes }) => ({
    key: `${a} ${b}`,
    a: a as string,
    b: b as string,
    minutes: String(minutes),
  }));
}
