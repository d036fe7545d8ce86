import './papers.css';
import './run-sheet.css';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { isMember } from '#shared/actor.ts';
import type { ProgrammeSessionId, RoomId } from '#shared/ids.ts';
import type { SheetView } from '#shared/schedule/sheet-contract.ts';
import { sheetTexts } from '#shared/schedule/sheet-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useActor } from '../layouts/use-account.ts';
import { useTitle } from '../layouts/use-title.ts';
import { useSearchWords } from '../navigation.ts';
import { useMe, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { DateSelect, Select } from '../ui/Select.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ModeratorCards } from './ModeratorCards.tsx';
import { RunSheet } from './RunSheet.tsx';
import { useDraft } from './use-draft.ts';

/** Run sheets to print: of one session, or for the desk of a day, of all rooms or of one; or the moderator's cards. */
export function RunSheets() {
  const t = useTexts(sheetTexts);
  const shell = useTexts(shellTexts);
  const [search, setSearch] = useSearchWords();
  const cards = search.cards === '1';
  useTitle(cards ? t.cards : t.title);
  const found = useSheets(search.session, search.day, search.room);
  const sheets = found.data;
  return (
    <div className="sheets">
      <header className="sheets-bar no-print">
        <h1>{cards ? t.cards : t.title}</h1>
        <Segmented
          label={t.print}
          value={cards ? 'cards' : 'sheet'}
          onValue={(value) => setSearch({ cards: value === 'cards' ? '1' : undefined })}
          options={[
            { value: 'sheet', label: t.title },
            { value: 'cards', label: t.cards },
          ]}
        />
        {search.session ? null : <DayAndRoom />}
        <Button look="primary" onClick={() => window.print()}>
          {t.print}
        </Button>
      </header>
      {found.error && !sheets ? <Banner kind="error">{wordsOf(found.error, shell)}</Banner> : null}
      {!sheets && !found.error ? <Skeleton onRetry={() => void found.refetch()} /> : null}
      {sheets?.length === 0 ? <EmptyState title={t.none}>{t.noneBody}</EmptyState> : null}
      {sheets?.map((sheet) => (
        <Fragment key={sheet.session.id}>
          {cards ? <ModeratorCards sheet={sheet} /> : <RunSheet sheet={sheet} />}
        </Fragment>
      ))}
    </div>
  );
}

function useSheets(session: string | undefined, day: string | undefined, room: string | undefined) {
  const event = useMe()?.currentEvent;
  const slug = event?.slug ?? '';
  const onDay = day ?? event?.startsOn ?? '';
  return useQuery({
    queryKey: session ? ['sheet-alone', session] : ['sheets', slug, onDay, room],
    queryFn: async ({ signal }): Promise<SheetView[]> => {
      if (session) {
        const params = { id: session as ProgrammeSessionId };
        return [await call('GET /api/sessions/:id/sheet', { params, signal })];
      }
      const query = { day: onDay, ...(room ? { room: room as RoomId } : {}) };
      return (await call('GET /api/events/:event/sheets', { params: { event: slug }, query, signal })).items;
    },
    enabled: session !== undefined || (slug !== '' && onDay !== ''),
  });
}

function DayAndRoom() {
  const lang = useLang();
  const t = useTexts(sheetTexts);
  const actor = useActor();
  const [search, setSearch] = useSearchWords();
  const draft = useDraft().data;
  if (!draft || !actor || isMember(actor)) return null;
  return (
    <>
      <DateSelect
        label={t.day}
        empty={null}
        value={search.day ?? draft.days[0]?.day ?? ''}
        onValue={(day) => setSearch({ day })}
        days={draft.days.filter((one) => !one.rest).map((one) => one.day)}
      />
      <Select
        label={t.room}
        empty={t.everyRoom}
        value={search.room ?? ''}
        onValue={(room) => setSearch({ room: room || undefined })}
        options={draft.rooms.map((room) => ({ value: room.id, label: inWords(room.name, lang) }))}
      />
    </>
  );
}
