import { sql } from 'kysely';
import type { Tx } from '#db/connect.ts';
import { insertTasks } from '#db/queries/tasks.ts';
import { planTasks, TASK_RULES, type TaskKind } from '#shared/requests/tasks.ts';
import { atVenue, type EventParts } from './demo-event.ts';
import { jst, type Making, must } from './demo-making.ts';
import { preparationTexts } from './demo-preparation-texts.ts';

/** The session that everybody looks at first is the one that is prepared furthest. */
const SHOWN = '首長対話';
/** New since the last release, so that what the public learns of it is part of that change. */
const NEWEST = '建設廃材を';
const MINUTE = 60_000;

/** Pads, flags, who stands by, a block, and the tasks of every session that fulfils a request. */
export async function seedPreparation(tx: Tx, making: Making, parts: EventParts): Promise<void> {
  await planAll(tx, making);
  await dressShown(tx, making);
  await tx
    .updateTable('programmeSession')
    .set({ noticeNoRecording: true, streaming: 'planned', streamUrl: 'https://stream.example/pavilion-2' })
    .where('titleJa', 'like', `${NEWEST}%`)
    .execute();
  await keepBlock(tx, making, parts);
}

async function planAll(tx: Tx, making: Making): Promise<void> {
  const { id: eventId } = must(making.events, 'cop32');
  const { rows } = await sql<{ requestId: string; memberId: string; day: string; titleJa: string }>`
    select s.request_id, s.member_id, s.title_ja, (lower(h.during) at time zone e.time_zone)::date::text as day
    from programme_session s join event e on e.id = s.event_id join room_hold h on h.session_id = s.id
    where s.event_id = ${eventId} and s.request_id is not null order by s.id`.execute(tx);
  const [staff, toyama] = [must(making.accounts, 'staff@desk'), must(making.accounts, 'toyama@member')];
  for (const [nth, { requestId, memberId, day, titleJa }] of rows.entries()) {
    const rehearsed = titleJa.startsWith(SHOWN);
    const rules = TASK_RULES.map((rule) => (rule.kind === 'rehearsal' ? { ...rule, wanted: rehearsed } : rule));
    const { make } = planTasks(rules, [], day);
    await insertTasks(tx, { eventId, memberId, requestId }, make, () => making.id(jst('2027-09-10', '09:00')));
    const close = (kind: TaskKind, change: Parameters<typeof closeTask>[3]) => closeTask(tx, requestId, kind, change);
    if (rehearsed) {
      await close('profiles', { state: 'done', by: toyama.id, note: preparationTexts.profilesNote });
      await tx
        .updateTable('requestTask')
        .set({ offsetDays: -52, dueOn: '2027-09-20', officerId: toyama.id, remindedAt: jst('2027-09-22', '10:00') })
        .where('requestId', '=', requestId)
        .where('kind', '=', 'speakers')
        .execute();
    } else if (nth % 3 === 0) {
      await close('speakers', { state: 'done', by: staff.id, note: '' });
    } else if (nth % 7 === 1) {
      await close('questions', { state: 'not_needed', by: staff.id, note: preparationTexts.noPanel });
    }
  }
}

async function closeTask(
  tx: Tx,
  requestId: string,
  kind: TaskKind,
  { state, by, note }: { state: 'open' | 'done' | 'not_needed'; by: string | null; note: string },
): Promise<void> {
  await tx
    .updateTable('requestTask')
    .set({ state, doneBy: by, doneAt: state === 'open' ? null : jst('2027-09-21', '15:20'), note })
    .where('requestId', '=', requestId)
    .where('kind', '=', kind)
    .execute();
}

async function dressShown(tx: Tx, making: Making): Promise<void> {
  const { id } = await tx
    .selectFrom('programmeSession')
    .select('id')
    .where('eventId', '=', must(making.events, 'cop32').id)
    .where('titleJa', 'like', `${SHOWN}%`)
    .executeTakeFirstOrThrow();
  const { contact, questions, items, standbys, lives } = preparationTexts;
  await tx
    .updateTable('programmeSession')
    .set({
      ...{ setupMinutes: 15, teardownMinutes: 15, capacity: 70, contact },
      ...{ streaming: 'planned', streamUrl: 'https://stream.example/pavilion' },
      ...{ questionsJa: questions.ja, questionsEn: questions.en },
    })
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('sessionSpeaker')
    .set({ noPhoto: true })
    .where('sessionId', '=', id)
    .where('position', '=', 1)
    .execute();
  for (const [position, life] of lives.entries()) {
    await tx
      .updateTable('sessionSpeaker')
      .set({ biographyJa: life.ja, biographyEn: life.en })
      .where('sessionId', '=', id)
      .where('position', '=', position)
      .execute();
  }
  await tx
    .insertInto('sessionItem')
    .values(
      items.map(({ minutes, who, ja, en }, position) => ({
        ...{ sessionId: id, position, minutes, who, whatJa: ja, whatEn: en },
      })),
    )
    .execute();
  await tx
    .insertInto('sessionStandby')
    .values(standbys.map((one, position) => ({ sessionId: id, position, role: 'panel', ...one })))
    .execute();
}

/** A block that waits for a partner, on the day everybody looks at first. */
async function keepBlock(tx: Tx, making: Making, parts: EventParts): Promise<void> {
  const { id: eventId } = must(making.events, 'cop32');
  const createdAt = jst('2027-09-15', '11:00');
  const [id, holdId] = [making.id(createdAt), making.id(createdAt)];
  const startsAt = atVenue(making, '2027-11-11', '17:15');
  const endsAt = new Date(startsAt.getTime() + 45 * MINUTE);
  const { partner } = preparationTexts;
  await tx
    .insertInto('programmeSession')
    .values({
      ...{ id, eventId, kind: 'block', partnerJa: partner.ja, partnerEn: partner.en, minutes: 45, createdAt },
      ...{ titleJa: partner.ja, titleEn: partner.en, theme: 'pavilion', format: 'dialogue', setupMinutes: 10 },
    })
    .execute();
  const during = sql<string>`tstzrange(${startsAt}, ${endsAt})`;
  const roomId = must(parts.rooms, 'japan').id;
  await tx.insertInto('roomHold').values({ id: holdId, eventId, roomId, during, sessionId: id }).execute();
}
