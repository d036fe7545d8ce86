import { deadlineInput } from '#tests/support/events.ts';
import { keepsParts } from '#tests/support/keeps-parts.ts';
import { useWorld } from '#tests/support/world.ts';

const dueAt = '2027-09-30T08:00:00.000Z';

keepsParts(useWorld(), {
  kind: 'deadlines',
  subject: 'deadline',
  input: () => ({ ...deadlineInput, dueAt }),
  change: { tier: 'official', kind: null, dueAt: '2027-10-01T08:00:00.000Z' },
  misfit: { dueAt: '2027-09-30' },
  removable: true,
});
