import type { z } from 'zod';
import { ODD_IDS, ODD_NUMBERS, ODD_TEXTS, ODD_THINGS } from './odd-values.ts';
import type { Chance } from './random.ts';

type Def = { type: string } & Record<string, unknown>;
const defOf = (schema: z.ZodType) => schema._zod.def as unknown as Def;

const GOOD_TEXTS = [
  '富山市',
  'Toyama',
  '2027-11-08',
  '2027-11-12',
  '2027-11-08T08:00:00Z',
  '2027-11-09T17:30:00+09:00',
  '09:30',
  'cop32',
  'person@people.example',
  'Africa/Addis_Ababa',
  'はけん',
  'TOYAMA',
  '二行\nの文',
];

/** Something a shape may accept: `ids` are those of things there are. What it holds is as often odd as it is right. */
export function valueFor(schema: z.ZodType, chance: Chance, ids: readonly string[]): unknown {
  const def = defOf(schema);
  const inner = (one: unknown) => valueFor(one as z.ZodType, chance, ids);
  switch (def.type) {
    case 'object':
      return Object.fromEntries(Object.entries(def.shape as object).map(([name, one]) => [name, inner(one)]));
    case 'array':
      return Array.from({ length: chance.below(4) }, () => inner(def.element));
    case 'union':
      return inner(chance.one(def.options as unknown[]));
    case 'record':
      return { [chance.one(ODD_TEXTS)]: chance.one(ODD_THINGS) };
    case 'pipe':
      return inner(defOf(def.in as z.ZodType).type === 'transform' ? def.out : def.in);
    case 'optional':
      return chance.percent(50) ? undefined : inner(def.innerType);
    case 'nullable':
      return chance.percent(40) ? null : inner(def.innerType);
    case 'default':
    case 'prefault':
    case 'readonly':
      return inner(def.innerType);
    case 'enum':
      return chance.one(Object.values(def.entries as Record<string, unknown>));
    case 'literal':
      return chance.one(def.values as unknown[]);
    case 'boolean':
      return chance.percent(50);
    case 'number':
      return chance.percent(30) ? chance.one(ODD_NUMBERS) : chance.below(60);
    case 'string':
      return textFor(schema, chance, ids);
    default:
      return chance.one(ODD_THINGS);
  }
}

/** The first of some likely texts that fits, starting anywhere; now and then one that has broken programs before. */
function textFor(schema: z.ZodType, chance: Chance, ids: readonly string[]): string {
  if (chance.percent(15)) return chance.one(chance.percent(80) ? ODD_TEXTS : ODD_IDS);
  const likely = [...ids, ...GOOD_TEXTS];
  const from = chance.below(likely.length);
  const turned = [...likely.slice(from), ...likely.slice(0, from)];
  return turned.find((text) => schema.safeParse(text).success) ?? chance.one(GOOD_TEXTS);
}

/** The value with one thing in it changed: left out, added, of another kind, odd, twice as much, wrapped. */
export function mutated(value: unknown, chance: Chance): unknown {
  if (Array.isArray(value) && value.length > 0 && chance.percent(80)) {
    const at = chance.below(value.length);
    if (chance.percent(20)) return [...value, ...value];
    return value.map((one, index) => (index === at ? mutated(one, chance) : one));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && chance.percent(85)) {
    const names = Object.keys(value);
    if (names.length === 0 || chance.percent(12)) return { ...value, [chance.one(ODD_TEXTS)]: chance.one(ODD_THINGS) };
    const name = chance.one(names);
    if (chance.percent(12)) return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
    return { ...value, [name]: mutated((value as Record<string, unknown>)[name], chance) };
  }
  switch (chance.below(6)) {
    case 0:
      return chance.one(ODD_THINGS);
    case 1:
      return chance.one(ODD_NUMBERS);
    case 2:
      return [value, value];
    case 3:
      return { value };
    case 4:
      return chance.one(ODD_IDS);
    default:
      return chance.one(ODD_TEXTS);
  }
}
