import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { TaskPage } from '#shared/requests/task-contract.ts';
import { taskTexts } from '#shared/requests/task-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { wordsOf } from '../../query.ts';
import { useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TaskList } from './TaskList.tsx';

/** Pages of tasks, one below the other. */
export function TaskPages({ found, label }: { found: UseInfiniteQueryResult<{ pages: TaskPage[] }>; label: string }) {
  const t = useTexts(taskTexts);
  const shell = useTexts(shellTexts);
  const pages = found.data?.pages;
  if (found.error && !pages) {
    return (
      <Banner kind="error" action={<Button onClick={() => void found.refetch()}>{shell.retry}</Button>}>
        {wordsOf(found.error, shell)}
      </Banner>
    );
  }
  if (!pages) return <Skeleton onRetry={() => void found.refetch()} />;
  const tasks = pages.flatMap((page) => page.items);
  if (tasks.length === 0) return <EmptyState title={t.none}>{t.noneBody}</EmptyState>;
  return (
    <>
      <TaskList tasks={tasks} today={pages[0]?.today ?? ''} label={label} />
      {found.hasNextPage ? (
        <p className="text-center">
          <Button size={30} busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t.more}
          </Button>
        </p>
      ) : null}
    </>
  );
}
