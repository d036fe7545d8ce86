import { whyNot } from '#shared/permission.ts';
import { taskTexts } from '#shared/requests/task-texts.ts';
import { sheetTexts } from '#shared/schedule/sheet-texts.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { formatShortDay } from '#shared/time.ts';
import { DeskPage } from '../layouts/DeskPage.tsx';
import { useActor } from '../layouts/use-account.ts';
import { useGo, useSearchWords } from '../navigation.ts';
import { paths } from '../paths.ts';
import { useMe } from '../query.ts';
import { taskPaths } from '../requests/tasks/task-paths.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ButtonLink } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Editor } from './Editor.tsx';
import { useDraft } from './use-draft.ts';

/** The draft of the programme: what is placed where, what is not yet, and the button that publishes it. */
export function ScheduleEditorPage() {
  const t = useTexts(scheduleTexts);
  const preparing = useTexts(taskTexts);
  const sheets = useTexts(sheetTexts);
  const [search] = useSearchWords();
  const lang = useLang();
  const actor = useActor();
  const me = useMe();
  const { data: draft, isError, refetch } = useDraft();
  const go = useGo();
  const stopped = actor ? whyNot(actor, 'schedule.release', lang) : null;
  const nothing = draft && draft.changed === 0 ? t.nothingToRelease : null;
  const subtitle = draft?.latestRelease
    ? t.latest(draft.latestRelease.number, formatShortDay(draft.latestRelease.releasedAt, lang))
    : t.never;
  return (
    <DeskPage
      title={t.title}
      subtitle={subtitle}
      body="bare"
      actions={
        <>
          <span className="wide-only flex gap-2">
            <ButtonLink href={paths.tasks()}>{preparing.title}</ButtonLink>
            <ButtonLink href={taskPaths.sheets(search.day)}>{sheets.title}</ButtonLink>
          </span>
          {me?.currentEvent ? (
            <a
              className="button wide-only"
              data-look="secondary"
              data-size={36}
              href={paths.publicSchedule(me.currentEvent.slug, lang)}
            >
              {t.seePublic}
            </a>
          ) : null}
          <Button look="primary" disabledReason={stopped ?? nothing} onClick={() => go(paths.release())}>
            {t.release(draft?.changed ?? 0)}
          </Button>
        </>
      }
    >
      {isError && !draft ? (
        <Banner
          kind="error"
          action={
            <Button size={30} onClick={() => void refetch()}>
              {t.title}
            </Button>
          }
        >
          {t.loadFailed}
        </Banner>
      ) : null}
      {!draft && !isError ? <Skeleton rows={8} /> : null}
      {draft && draft.rooms.length === 0 ? (
        <EmptyState title={t.noRooms} action={<ButtonLink href={paths.settings()}>{t.settings}</ButtonLink>}>
          {t.noRoomsBody}
        </EmptyState>
      ) : null}
      {draft && draft.rooms.length > 0 ? <Editor draft={draft} /> : null}
    </DeskPage>
  );
}
