import './tasks.css';
import { useState } from 'react';
import { isMember } from '#shared/actor.ts';
import type { TaskView } from '#shared/requests/task-contract.ts';
import { whyNotTick } from '#shared/requests/task-policy.ts';
import { taskTexts } from '#shared/requests/task-texts.ts';
import { isLate, type TaskKind, taskDaysLeft } from '#shared/requests/tasks.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDay, formatStamp } from '#shared/time.ts';
import { call } from '../../api.ts';
import { inWords } from '../../in-words.ts';
import { useActor } from '../../layouts/use-account.ts';
import { paths } from '../../paths.ts';
import { wordsOf } from '../../query.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/icons.tsx';
import { Link } from '../../ui/Link.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { TaskDialog } from './TaskDialog.tsx';
import { taskPaths } from './task-paths.ts';
import { refreshTasks } from './use-tasks.ts';

type TaskListProps = {
  tasks: readonly TaskView[];
  /** The day at the venue. */
  today: string;
  label: string;
  /** On the first screen only what is next, without officers and notes. */
  short?: boolean;
};

/** So few days left that it is said loudly. */
const HOT_DAYS = 4;
/** What is written on the screen of the session's papers. */
const ON_PAPER: readonly TaskKind[] = ['profiles', 'run_draft', 'questions', 'run_final'];

/** Tasks with how many days are left, and one button each for whoever does them. */
export function TaskList({ tasks, today, label, short = false }: TaskListProps) {
  const [open, setOpen] = useState<TaskView | null>(null);
  return (
    <>
      <ul className="tasks" aria-label={label}>
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} today={today} short={short} onChange={() => setOpen(task)} />
        ))}
      </ul>
      {open ? <TaskDialog task={open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function TaskLine({
  task,
  today,
  short,
  onChange,
}: Omit<TaskListProps, 'tasks' | 'label'> & { task: TaskView; onChange: () => void }) {
  const lang = useLang();
  const t = useTexts(taskTexts);
  const actor = useActor();
  const what = t.kinds[task.kind];
  const title = inWords(task.title, lang) || task.reference;
  const left = taskDaysLeft(task, today);
  const ofDesk = actor ? !isMember(actor) : false;
  const hot = task.state === 'open' && left !== null && left <= HOT_DAYS;
  return (
    <li data-state={task.state} data-late={isLate(task, today) || undefined}>
      <div className="task-what">
        <b>{what}</b>
        <span>
          <Link href={ofDesk ? paths.deskRequest(task.requestId) : paths.request(task.requestId)}>{title}</Link>
          {ofDesk ? <span>{inWords(task.member.name, lang)}</span> : null}
          <span>{task.reference}</span>
          {ON_PAPER.includes(task.kind) ? <Link href={taskPaths.papersOf(task.requestId)}>{t.papers}</Link> : null}
        </span>
        {short ? null : <TaskFacts task={task} />}
      </div>
      <p className="task-due" data-hot={hot || undefined}>
        {task.state === 'open' ? <b>{left === null ? t.noDay : t.left(left)}</b> : <b>{t.states[task.state]}</b>}
        {task.dueOn ? <span>{t.dueDay(formatDay(task.dueOn, lang))}</span> : null}
      </p>
      <TaskButtons task={task} onChange={onChange} short={short ?? false} />
    </li>
  );
}

function TaskFacts({ task }: { task: TaskView }) {
  const lang = useLang();
  const t = useTexts(taskTexts);
  const facts = [
    `${t.owners[task.owner]}${task.officer ? `　${task.officer.name}` : ''}`,
    task.note,
    task.doneAt
      ? task.doneBy
        ? t.doneBy(task.doneBy, formatStamp(task.doneAt, lang))
        : t.closedByEnd
      : task.remindedAt
        ? t.remindedOn(formatStamp(task.remindedAt, lang))
        : '',
  ];
  return (
    <span className="task-facts">
      {facts.filter(Boolean).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </span>
  );
}

function TaskButtons({ task, onChange, short }: { task: TaskView; onChange: () => void; short: boolean }) {
  const t = useTexts(taskTexts);
  const shell = useTexts(shellTexts);
  const actor = useActor();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  if (!actor) return null;
  const what = t.kinds[task.kind];
  const stopped = whyNotTick(actor, task);
  const tick = async (state: TaskView['state']) => {
    // Where the slides are must be said first.
    if (state === 'done' && task.kind === 'slides' && task.note === '') return onChange();
    setBusy(true);
    try {
      const body = { state, note: task.note, officerId: task.officer?.id ?? null };
      await call('PUT /api/tasks/:id', { params: { id: task.id }, body, ifMatch: task.version });
      toast({ message: state === 'open' ? t.openSaid(what) : t.doneSaid(what) });
    } catch (error) {
      toast({ message: wordsOf(error, shell) });
    }
    setBusy(false);
    await refreshTasks();
  };
  return (
    <div className="task-buttons">
      {task.state === 'open' ? (
        <Button
          size={30}
          busy={busy}
          busyLabel={t.saving}
          disabledReason={stopped}
          aria-label={t.doneNamed(what)}
          onClick={() => void tick('done')}
        >
          <Check aria-hidden="true" />
          {t.done}
        </Button>
      ) : stopped ? null : (
        <Button
          size={30}
          look="quiet"
          busy={busy}
          busyLabel={t.saving}
          aria-label={t.reopenNamed(what)}
          onClick={() => void tick('open')}
        >
          {t.reopen}
        </Button>
      )}
      {short || stopped ? null : (
        <Button size={30} look="quiet" aria-label={t.changeNamed(what)} onClick={onChange}>
          {t.change}
        </Button>
      )}
    </div>
  );
}
