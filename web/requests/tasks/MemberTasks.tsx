import { useInfiniteQuery } from '@tanstack/react-query';
import { type TASK_FILTERS, TaskQuery } from '#shared/requests/task-contract.ts';
import { taskTexts } from '#shared/requests/task-texts.ts';
import { useTitle } from '../../layouts/use-title.ts';
import { useSearchWords } from '../../navigation.ts';
import { paths } from '../../paths.ts';
import { useMe } from '../../query.ts';
import { useTexts } from '../../texts.ts';
import { TabLinks } from '../../ui/Tabs.tsx';
import { TaskPages } from './TaskPages.tsx';
import { tasksQuery } from './use-tasks.ts';

const SHOWN = ['open', 'late', 'closed'] as const satisfies readonly (typeof TASK_FILTERS)[number][];

/** A municipality's tasks for its sessions: its own and what the office does for it. */
export function MemberTasks() {
  const t = useTexts(taskTexts);
  const [search] = useSearchWords();
  const event = useMe()?.currentEvent?.slug ?? '';
  const asked = TaskQuery.pick({ state: true, request: true }).safeParse(search);
  const words = asked.success ? asked.data : { state: 'open' as const };
  const found = useInfiniteQuery(tasksQuery(event, words));
  useTitle(t.title);
  return (
    <div className="grid gap-4">
      <header>
        <h1>{t.title}</h1>
        <p className="text-13h text-ink-2">{t.subtitle}</p>
      </header>
      <TabLinks
        label={t.state}
        links={SHOWN.map((state) => ({
          href: `${paths.tasks()}?state=${state}${words.request ? `&request=${words.request}` : ''}`,
          label: t.filters[state],
          current: words.state === state,
        }))}
      />
      <TaskPages found={found} label={t.title} />
    </div>
  );
}
