import { useInfiniteQuery } from '@tanstack/react-query';
import { taskTexts } from '#shared/requests/task-texts.ts';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts.ts';
import { Link } from '../../ui/Link.tsx';
import { TaskList } from './TaskList.tsx';
import { tasksQuery } from './use-tasks.ts';

const SHOWN = 4;

/** What a municipality must prepare next for its sessions, counted down; nothing while it has no session. */
export function NextTasks({ event }: { event: string }) {
  const t = useTexts(taskTexts);
  const page = useInfiniteQuery(tasksQuery(event, { owner: 'member' }, SHOWN)).data?.pages[0];
  if (!page || page.items.length === 0) return null;
  return (
    <section aria-labelledby="next-tasks">
      <div className="home-section-head">
        <h2 id="next-tasks">{t.next}</h2>
        <Link href={paths.tasks()}>{t.nextAll}</Link>
      </div>
      <TaskList tasks={page.items} today={page.today} label={t.next} short />
    </section>
  );
}
