import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Operation } from '#shared/operation.ts';
import { operations } from '#shared/operations.ts';
import { KINDS } from '#shared/requests/kinds.ts';

/** What every input must be: an object that refuses names it does not know, numbers a column can hold, texts with an end. */
type Def = { type: string } & Record<string, unknown>;
type Place = { path: string; input: boolean };

const defOf = (schema: z.ZodType) => schema._zod.def as unknown as Def;
/** What no column of ours holds. */
const TOO_MUCH = { string: ['a'.repeat(5_000)], number: [2 ** 31, -(2 ** 31) - 1, 1.5, Number.NaN] };
/** The answers of a request are judged by the shape of their kind, below. */
const JUDGED_ELSEWHERE = ['saveAnswers body.details'];
/** A whole timetable: its end is shown in `tests/server/schedule/import-outside.test.ts`. */
const LONG_TEXTS = ['readOutsideTimetable body.text', 'importOutsideTimetable body.text'];

/** Every fault of a schema, wherever it stands inside. */
function faultsIn(schema: z.ZodType, { path, input }: Place): string[] {
  const def = defOf(schema);
  const inside = (inner: unknown, step = '') => faultsIn(inner as z.ZodType, { path: `${path}${step}`, input });
  const takes = (values: readonly unknown[]) => values.some((value) => schema.safeParse(value).success);
  switch (def.type) {
    case 'object': {
      const open = def.catchall === undefined || defOf(def.catchall as z.ZodType).type !== 'never';
      const fields = Object.entries(def.shape as Record<string, unknown>);
      return [
        ...(open ? [`${path}: takes any name`] : []),
        ...fields.flatMap(([name, one]) => inside(one, `.${name}`)),
      ];
    }
    case 'array': {
      const long = schema.safeParse(Array.from({ length: 501 }, () => null));
      const ends = long.error?.issues.some(({ code }) => code === 'too_big');
      return [...(input && !ends ? [`${path}: a list without an end`] : []), ...inside(def.element, '[]')];
    }
    case 'union':
      return (def.options as unknown[]).flatMap((one, at) => inside(one, `|${at}`));
    case 'pipe':
      // What is typed is trimmed first and measured then, so the whole is asked; what is only prepared has its end behind.
      if (input && defOf(def.in as z.ZodType).type === 'string' && takes(TOO_MUCH.string))
        return [`${path}: a text without an end`];
      return defOf(def.in as z.ZodType).type === 'transform' ? inside(def.out) : [];
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      return inside(def.innerType);
    case 'record':
    case 'any':
    case 'unknown':
      return input && !JUDGED_ELSEWHERE.includes(path) ? [`${path}: takes anything`] : [];
    case 'string':
      return input && !LONG_TEXTS.includes(path) && takes(TOO_MUCH.string) ? [`${path}: a text without an end`] : [];
    case 'number':
      return input && takes(TOO_MUCH.number) ? [`${path}: a number that no column holds`] : [];
    default:
      return [];
  }
}

const all = Object.values(operations) as Operation[];
const inputs = all.flatMap(({ id, params, query, body }) =>
  Object.entries({ params, query, body }).flatMap(([part, schema]) =>
    schema ? [[`${id} ${part}`, schema] as const] : [],
  ),
);
const kinds = Object.entries(KINDS).map(([kind, { details }]) => [`details of ${kind}`, details as z.ZodType] as const);

test('the check looks at something and can fail', () => {
  expect(inputs.length).toBeGreaterThan(90);
  const at = { path: 'x', input: true };
  const faults = (schema: z.ZodType) => faultsIn(schema, at).map((fault) => fault.split(': ')[1]);
  expect(faults(z.object({ a: z.boolean() }))).toEqual(['takes any name']);
  expect(faults(z.strictObject({ a: z.array(z.looseObject({})).max(2).optional() }))).toEqual(['takes any name']);
  expect(faults(z.strictObject({ a: z.string(), b: z.int(), c: z.array(z.boolean()), d: z.unknown() }))).toEqual([
    'a text without an end',
    'a number that no column holds',
    'a list without an end',
    'takes anything',
  ]);
  expect(faults(z.strictObject({ a: z.string().max(9), b: z.int().min(0).max(9), c: z.uuid() }))).toEqual([]);
});

test('every input of every operation is strict and has an end', () => {
  expect([...inputs, ...kinds].flatMap(([path, schema]) => faultsIn(schema, { path, input: true }))).toEqual([]);
});

test('every answer says exactly which names it has', () => {
  const answers = all.flatMap(({ id, answer }) => (answer ? [[id, answer] as const] : []));
  expect(answers.flatMap(([path, schema]) => faultsIn(schema, { path, input: false }))).toEqual([]);
});
