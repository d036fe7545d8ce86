import type { TaskRow } from '#db/queries/tasks.ts';
import type { AccountId, OrganisationId, RequestId, TaskId } from '#shared/ids.ts';
import type { TaskView } from '#shared/requests/task-contract.ts';

export function presentTask(row: TaskRow): TaskView {
  const { kind, owner, offsetDays, dueOn, state, note, version } = row;
  return {
    ...{ kind, owner, offsetDays, dueOn, state, note, version },
    id: row.id as TaskId,
    requestId: row.requestId as RequestId,
    reference: row.reference ?? '',
    title: { ja: row.titleJa, en: row.titleEn },
    member: { id: row.memberId as OrganisationId, name: { ja: row.memberJa, en: row.memberEn } },
    officer: row.officerId ? { id: row.officerId as AccountId, name: row.officer ?? '' } : null,
    doneBy: row.doneBy ?? '',
    doneAt: row.doneAt?.toISOString() ?? null,
    remindedAt: row.remindedAt?.toISOString() ?? null,
  };
}
