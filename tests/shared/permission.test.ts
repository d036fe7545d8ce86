import { expect, test } from 'vitest';
import { ROLES } from '#shared/actor.ts';
import type { Operation } from '#shared/operation.ts';
import { operations } from '#shared/operations.ts';
import { ACTIONS, scopeOf } from '#shared/permission.ts';
import { roleNames } from '#shared/role-texts.ts';

const SIGN = { all: '＊', own: 'O', none: '–' } as const;
const roles = ROLES.filter((role) => role !== 'worker');

/** The table of permissions as people review it: a change of rights is a change of this file. */
function page(): string {
  const all = Object.entries(operations) as [string, Operation][];
  const lines = ACTIONS.map((action) => {
    const used = all.filter(([, operation]) => operation.action === action).map(([, operation]) => operation.id);
    return `| \`${action}\` | ${roles.map((role) => SIGN[scopeOf(role, action)]).join(' | ')} | ${used.join(', ')} |`;
  });
  return [
    '# Who may do what',
    '',
    'Made from `shared/permission.ts` by `tests/shared/permission.test.ts`; a change of rights shows here, and whoever reviews it reads this page (`npx vitest run -u --config tests/vitest.config.ts tests/shared/permission.test.ts` writes it anew). ＊ every municipality’s, O one’s own, – not at all. What a state or a separation of duties forbids besides stands in `shared/*/policy.ts`; the second wall in the database is [0013](decisions/0013-the-second-wall.md).',
    '',
    `| action | ${roles.map((role) => roleNames.en[role]).join(' | ')} | operations |`,
    `|---|${roles.map(() => ':-:').join('|')}|---|`,
    ...lines,
    '',
  ].join('\n');
}

test('the reviewed page of permissions is what the table says', async () => {
  await expect(page()).toMatchFileSnapshot('../../docs/permissions.md');
});

test('duties stay separate: who reads requests does not manage people, who manages people reads none', () => {
  for (const role of roles) {
    const reads = scopeOf(role, 'request.read') === 'all';
    const manages = scopeOf(role, 'account.manage') === 'all';
    expect([role, reads && manages]).toEqual([role, false]);
  }
  const auditor = ACTIONS.filter((action) => scopeOf('auditor', action) !== 'none');
  expect(auditor.filter((action) => !/\.(read|export|by-link|self|sign-in)$/.test(action))).toEqual([]);
  const alone = (role: (typeof roles)[number]) =>
    ACTIONS.filter((action) => /\.(note|triage)$/.test(action) && scopeOf(role, action) !== 'none');
  expect(
    ['member_viewer', 'member_editor', 'member_manager', 'staff_admin', 'auditor', 'anonymous'].flatMap((role) =>
      alone(role as (typeof roles)[number]),
    ),
  ).toEqual([]);
});
