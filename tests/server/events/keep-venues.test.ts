import { venueInput } from '#tests/support/events.ts';
import { keepsParts } from '#tests/support/keeps-parts.ts';
import { useWorld } from '#tests/support/world.ts';

keepsParts(useWorld(), {
  kind: 'venues',
  subject: 'venue',
  input: () => venueInput,
  change: { zone: 'green', timeZone: 'Europe/Istanbul' },
  misfit: { zone: 'red' },
  removable: false,
});
