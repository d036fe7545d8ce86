import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import type { RequestState } from '#shared/requests/lifecycle.ts';
import type { KeptTask, TaskKind, TaskOwner, TaskRule, TaskState } from '#shared/requests/tasks.ts';

export type TaskRow = {
  id: string;
  eventId: string;
  requestId: string;
  reference: string | null;
  titleJa: string;
  titleEn: string;
  memberId: string;
  memberJa: string;
  memberEn: string;
  kind: TaskKind;
  owner: TaskOwner;
  officerId: string | null;
  officer: string | null;
  offsetDays: number;
  dueOn: string | null;
  state: TaskState;
  doneBy: string | null;
  doneAt: Date | null;
  note: string;
  remindedAt: Date | null;
  version: number;
  requestState: RequestState;
};

export type TaskFilter = {
  state: 'open' | 'late' | 'closed' | 'all';
  /** The day at the venue before which an open task is late. */
  today: string;
  kind?: TaskKind | undefined;
  member?: string | undefined;
  request?: string | undefined;
  owner?: TaskOwner | undefined;
};

/** Tasks of an event that an actor may know of, the soonest due first and those without a day last, after one of them. */
export async function listTasks(
  db: Db,
  actor: Actor,
  eventId: string,
  filter: TaskFilter,
  limit: number,
  after?: { dueOn: string | null; id: string },
): Promise<TaskRow[]> {
  const past = after
    ? after.dueOn === null
      ? sql`and t.due_on is null and t.id > ${after.id}::uuid`
      : sql`and (t.due_on is null or (t.due_on, t.id) > (${after.dueOn}::date, ${after.id}::uuid))`
    : sql``;
  return rowsWhere(db, actor, sql`t.event_id = ${eventId} ${fits(filter)} ${past}`, limit);
}

/** One task that an actor may know of, or undefined. */
export async function findTask(db: Db, actor: Actor, id: string): Promise<TaskRow | undefined> {
  return (await rowsWhere(db, actor, sql`t.id = ${id}::uuid`, 1))[0];
}

function fits({ state, today, kind, member, request, owner }: TaskFilter): RawBuilder<unknown> {
  const states = {
    open: sql`and t.state = 'open'`,
    late: sql`and t.state = 'open' and t.due_on < ${today}::date`,
    closed: sql`and t.state <> 'open'`,
    all: sql``,
  };
  return sql.join(
    [
      states[state],
      kind ? sql`and t.kind = ${kind}` : sql``,
      member ? sql`and t.member_id = ${member}::uuid` : sql``,
      request ? sql`and t.request_id = ${request}::uuid` : sql``,
      owner ? sql`and t.owner = ${owner}` : sql``,
    ],
    sql` `,
  );
}

/** The names of officers and of who has done it come with the row, so that a page costs one query. */
async function rowsWhere(db: Db, actor: Actor, which: RawBuilder<unknown>, limit: number): Promise<TaskRow[]> {
  const visible = isMember(actor) ? sql`t.member_id = ${actor.memberId}::uuid` : sql`true`;
  const { rows } = await sql<TaskRow>`
    select t.id, t.event_id, t.request_id, r.reference, r.title_ja, r.title_en, t.member_id, o.name_ja as member_ja,
      o.name_en as member_en, t.kind, t.owner, t.officer_id, officer.name as officer, t.offset_days,
      t.due_on::text as due_on, t.state, doer.name as done_by, t.done_at, t.note, t.reminded_at, t.version,
      r.state as request_state
    from request_task t
    join request r on r.id = t.request_id
    join organisation o on o.id = t.member_id
    left join account officer on officer.id = t.officer_id
    left join account doer on doer.id = t.done_by
    where ${visible} and ${which}
    order by t.due_on, t.id limit ${limit}`.execute(db);
  return rows;
}

/** Which request a task belongs to, if the actor may know of it. */
export async function requestOfTask(db: Db, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('requestTask').select('requestId').where('id', '=', id).executeTakeFirst();
  return row?.requestId;
}

/** The tasks of a request as planning must know them; the request is locked. */
export async function keptTasks(db: Db, requestId: string): Promise<KeptTask[]> {
  const { rows } = await sql<KeptTask>`
    select id, kind, offset_days, due_on::text as due_on, state, done_by from request_task
    where request_id = ${requestId} order by id`.execute(db);
  return rows;
}

/** Writes tasks for a request and answers their ids. 23505 when it has one of the kind already. */
export async function insertTasks(
  tx: Tx,
  of: { eventId: string; memberId: string; requestId: string },
  tasks: readonly (Pick<TaskRule, 'kind' | 'owner' | 'offsetDays'> & { dueOn: string | null })[],
  nextId: () => string = newId,
): Promise<string[]> {
  if (tasks.length === 0) return [];
  const rows = tasks.map(({ kind, owner, offsetDays, dueOn }) => ({
    ...{ id: nextId(), ...of, kind, owner, offsetDays, dueOn },
  }));
  await tx.insertInto('requestTask').values(rows).execute();
  return rows.map((row) => row.id);
}

/** Gives tasks other days; they are open then. */
export async function moveTasks(tx: Tx, moves: readonly { id: string; dueOn: string | null }[]): Promise<void> {
  if (moves.length === 0) return;
  const to = sql.join(moves.map(({ id, dueOn }) => sql`(${id}::uuid, ${dueOn}::date)`));
  await sql`
    update request_task t set due_on = moved.due_on, state = 'open', done_at = null, version = t.version + 1
    from (values ${to}) as moved (id, due_on) where t.id = moved.id`.execute(tx);
}

/** Closes what is open of a request whose session is over; it is nobody's deed. */
export async function endTasks(tx: Tx, requestId: string, at: Date): Promise<void> {
  await tx
    .updateTable('requestTask')
    .set((eb) => ({ state: 'not_needed', doneAt: at, version: eb('version', '+', 1) }))
    .where('requestId', '=', requestId)
    .where('state', '=', 'open')
    .execute();
}

/** Changes a task of a locked request and raises its version. */
export async function updateTask(
  tx: Tx,
  id: string,
  change: Partial<Pick<TaskRow, 'state' | 'note' | 'officerId' | 'offsetDays' | 'dueOn' | 'doneAt'>> & {
    doneBy?: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('requestTask')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Open tasks of municipalities, for a reminder, locked; by municipality and day. */
export async function tasksToRemindOf(tx: Tx, eventId: string, filter: TaskFilter) {
  const { rows } = await sql<{
    id: string;
    memberId: string;
    officerId: string | null;
    kind: TaskKind;
    dueOn: string | null;
    reference: string;
  }>`
    select t.id, t.member_id, t.officer_id, t.kind, t.due_on::text as due_on, r.reference
    from request_task t join request r on r.id = t.request_id
    where t.event_id = ${eventId} and r.state in ('approved', 'fulfilled', 'completed')
      ${fits({ ...filter, owner: 'member' })}
    order by t.member_id, t.due_on, t.id for update of t`.execute(tx);
  return rows;
}

/** Notes when tasks were last reminded of. */
export async function markReminded(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await tx
    .updateTable('requestTask')
    .set({ remindedAt: at })
    .where('id', 'in', [...ids])
    .execute();
}

/** Whether an account may be the officer of a task: active, of the municipality, or of the office. */
export async function mayBeOfficer(db: Db, accountId: string, side: { memberId: string | null }): Promise<boolean> {
  const roles = side.memberId
    ? ['member_editor', 'member_manager']
    : ['staff_triager', 'staff_coordinator', 'registrar'];
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('id', '=', accountId)
    .where('state', '=', 'active')
    .where('role', 'in', roles)
    .where('memberId', 'is not distinct from', side.memberId)
    .executeTakeFirst();
  return row !== undefined;
}

/** What an event has set about when tasks are due. */
export async function taskRulesOf(db: Db, eventId: string): Promise<TaskRule[]> {
  const rows = await db
    .selectFrom('taskRule')
    .select(['kind', 'offsetDays', 'owner', 'wanted'])
    .where('eventId', '=', eventId)
    .execute();
  return rows as TaskRule[];
}

/** Sets when the tasks of an event are due. */
export async function keepTaskRules(tx: Tx, eventId: string, rules: readonly TaskRule[]): Promise<void> {
  await tx.deleteFrom('taskRule').where('eventId', '=', eventId).execute();
  await tx
    .insertInto('taskRule')
    .values(rules.map((rule) => ({ eventId, ...rule })))
    .execute();
}
