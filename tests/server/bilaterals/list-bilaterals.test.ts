import { beforeEach, expect, test } from 'vitest';
import { meetingsOfEvent } from '#db/queries/meetings.ts';
import type { BilateralRow } from '#shared/bilaterals/contract.ts';
import { type TwoMembers, twoMembers } from '#tests/support/builders/two-members.ts';
import { nobody } from '#tests/support/database.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
let two: TwoMembers;
beforeEach(async () => {
  two = await twoMembers(world.database);
});

test('a municipality reads of its own meetings only, the office of all', async () => {
  const editor = await world.as({ role: 'member_editor', memberId: two.ours.member });
  const triager = await world.as({ role: 'staff_triager' });
  // As the program itself, for whom the database hides nothing: the query narrows by itself.
  const meetings = (who: typeof editor) =>
    world.database.read(nobody, (db) => meetingsOfEvent(db, who.actor, two.around.eventId));
  expect((await meetings(editor)).map((one) => one.memberId)).toEqual([two.ours.member]);
  expect((await meetings(triager)).length).toBe(2);

  const path = `/api/events/${two.around.event}/bilaterals`;
  const own = await editor.get<{ items: BilateralRow[] }>(path);
  expect(own.body.items.map((row) => row.member.id)).toEqual([two.ours.member]);
  const all = await triager.get<{ items: BilateralRow[] }>(path);
  expect(new Set(all.body.items.map((row) => row.member.id))).toEqual(new Set([two.ours.member, two.theirs.member]));
});
