import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { callTexts } from '#shared/calls/texts.ts';
import type { EventView } from '#shared/events/contract.ts';
import { settingsTexts } from '#shared/events/texts.ts';
import { whyNot } from '#shared/permission.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { DeskPage } from '../layouts/DeskPage.tsx';
import { useActor } from '../layouts/use-account.ts';
import { useSearchWords, writeSearch } from '../navigation.ts';
import { paths } from '../paths.ts';
import { useMe, wordsOf } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TabLinks } from '../ui/Tabs.tsx';
import { AddEventDialog } from './AddEventDialog.tsx';
import { DaysPart } from './DaysPart.tsx';
import { DeadlinesPart } from './DeadlinesPart.tsx';
import { FactsPart } from './FactsPart.tsx';
import { PlacesPart } from './PlacesPart.tsx';
import { PoolsPart } from './PoolsPart.tsx';
import { WindowsPart } from './WindowsPart.tsx';

const PARTS = {
  facts: FactsPart,
  days: DaysPart,
  places: PlacesPart,
  deadlines: DeadlinesPart,
  windows: WindowsPart,
  pools: PoolsPart,
} as const satisfies Record<string, (props: { event: EventView; mayChange: boolean }) => unknown>;
type PartName = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as PartName[];

/** The event as data: what, when, where, until when, and how many places. Events that are over can be looked up too. */
export function SettingsPage() {
  const t = useTexts(settingsTexts);
  const shell = useTexts(shellTexts);
  const calls = useTexts(callTexts).title;
  const actor = useActor();
  const me = useMe();
  const [search, change] = useSearchWords();
  const [adding, setAdding] = useState(false);
  const slug = search.event ?? me?.currentEvent?.slug;
  const part = NAMES.find((name) => name === search.part) ?? 'facts';
  const events = useQuery({ queryKey: ['event', 'all'], queryFn: ({ signal }) => call('GET /api/events', { signal }) });
  const chosen = slug ?? events.data?.items[0]?.slug;
  const { data, error, refetch } = useQuery({
    queryKey: ['event', chosen],
    queryFn: ({ signal }) => call('GET /api/events/:event', { params: { event: chosen ?? '' }, signal }),
    enabled: Boolean(chosen),
  });
  const reason = actor ? whyNot(actor, 'event.change') : null;
  const Part = PARTS[part];
  const hrefOf = (name: PartName) =>
    `${paths.settings()}${writeSearch({ ...(search.event ? { event: search.event } : {}), part: name })}`;
  const switcher = (
    <label className="flex items-center gap-2 text-13">
      <span className="wide-only whitespace-nowrap">{t.event}</span>
      <select
        className="input"
        data-size="36"
        aria-label={t.event}
        value={chosen ?? ''}
        onChange={(event) => change({ event: event.target.value })}
      >
        {events.data?.items.map((one) => (
          <option key={one.id} value={one.slug}>
            {one.shortName}
            {one.phase === 'closed' || one.phase === 'purged' ? t.past : ''}
          </option>
        ))}
      </select>
    </label>
  );
  const actions = (
    <>
      {switcher}
      <Link href={paths.calls()}>{calls}</Link>
      <Button disabledReason={reason} onClick={() => setAdding(true)}>
        {t.addEvent}
      </Button>
    </>
  );
  return (
    <DeskPage title={t.title} actions={actions}>
      <TabLinks
        label={t.parts.label}
        links={NAMES.map((name) => ({ href: hrefOf(name), label: t.parts[name], current: name === part }))}
      />
      <div className="mt-5 grid gap-5">
        {reason ? (
          <Banner>
            {t.readOnly} {reason}
          </Banner>
        ) : null}
        {error && !data ? <Banner kind="error">{wordsOf(error, shell)}</Banner> : null}
        {data ? (
          <Part key={data.id} event={data} mayChange={reason === null} />
        ) : error ? null : (
          <Skeleton onRetry={() => void refetch()} />
        )}
      </div>
      {adding && events.data ? (
        <AddEventDialog
          processes={events.data.processes}
          onAdded={(event) => change({ event, part: 'facts' })}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </DeskPage>
  );
}
