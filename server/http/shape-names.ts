import { z } from 'zod';
import * as accounts from '#shared/accounts/contract.ts';
import * as bilaterals from '#shared/bilaterals/contract.ts';
import * as clashes from '#shared/clashes/contract.ts';
import * as delegations from '#shared/delegations/contract.ts';
import * as events from '#shared/events/contract.ts';
import { Bilingual } from '#shared/lang.ts';
import * as notifications from '#shared/notifications/contract.ts';
import * as organisations from '#shared/organisations/contract.ts';
import * as passes from '#shared/passes/contract.ts';
import { ProblemBody } from '#shared/problem.ts';
import * as requests from '#shared/requests/contract.ts';
import * as schedule from '#shared/schedule/contract.ts';
import * as shapes from '#shared/shapes.ts';

const contracts = {
  accounts,
  organisations,
  events,
  delegations,
  notifications,
  requests,
  clashes,
  passes,
  schedule,
  bilaterals,
};

type Named = z.core.$ZodRegistry<{ id: string }>;

/** Names for the shapes that have one in a contract: `output` as they are answered, `input` as they are sent. */
export function nameShapes(): { input: Named; output: Named } {
  const input = z.registry<{ id: string }>();
  const output = z.registry<{ id: string }>();
  const taken = new Set<string>();
  const add = (schema: unknown, name: string, capability: string) => {
    if (!(schema instanceof z.ZodType) || output.has(schema)) return;
    const id = taken.has(name) ? `${capability}${name}` : name;
    taken.add(id);
    output.add(schema, { id });
    // What is sent may leave out what has a default, so it is another shape.
    input.add(schema, { id: `${id}Sent` });
  };
  add(Bilingual, 'Bilingual', '');
  add(ProblemBody, 'Problem', '');
  for (const [name, schema] of Object.entries(shapes)) add(schema, name, '');
  for (const [capability, contract] of Object.entries(contracts)) {
    for (const [name, schema] of Object.entries(contract)) add(schema, name, capability);
  }
  return { input, output };
}
