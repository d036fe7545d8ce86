import { z } from 'zod';
import type { Operation } from '#shared/operation.ts';
import { openToTokens, scopeOf } from '#shared/permission.ts';
import { PROBLEMS, ProblemBody, type ProblemCode } from '#shared/problem.ts';
import { problemWords } from '#shared/problem-texts.ts';
import type { Route } from './route.ts';
import { cookieName } from './session-cookie.ts';
import { nameShapes } from './shape-names.ts';

type Json = { [key: string]: unknown };
type Shape = (schema: z.ZodType, io: 'input' | 'output') => Json;

/** The whole API as an OpenAPI 3.1 document, made from the operations themselves. */
export function openApi(routes: readonly Route[], publicUrl: string): Json {
  const schemas: Json = {};
  const shape = shapesInto(schemas);
  const problem = shape(ProblemBody, 'output');
  const paths: Record<string, Json> = {};
  for (const { path, method, operation } of routes) {
    const address = path.replaceAll(/:(\w+)/g, '{$1}');
    paths[address] = { ...paths[address], [method.toLowerCase()]: describe(address, operation, shape, problem) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'COP Desk',
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'Lists are paged with `limit` and `after`. Refusals are problem documents (RFC 9457). ' +
        'Changes carry the version they were made on in `If-Match`.',
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(Object.keys(paths).map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookieName({ publicUrl }) },
        token: { type: 'http', scheme: 'bearer', description: 'An access token, made on the account page' },
      },
    },
  };
}

/** Every refusal an operation can answer with: its own, and those that follow from what it asks for. */
export function problemsOf(operation: Operation): ProblemCode[] {
  const isPublic = scopeOf('anonymous', operation.action) !== 'none';
  const codes: ProblemCode[] = [
    ...(['bad-request', 'two-keys', 'token-not-valid', 'cross-site', 'wrong-host'] as const),
    ...(['invalid-input', 'too-many-requests', 'unavailable', 'broken'] as const),
  ];
  codes.push(openToTokens(operation) ? 'token-reads-only' : 'not-by-token');
  if (!isPublic) codes.push('not-signed-in', 'not-allowed');
  if (operation.params) codes.push('not-found');
  if (operation.body) codes.push('not-json', 'too-large');
  if (operation.ifMatch) codes.push('version-required', 'changed-meanwhile');
  if (operation.idempotent) codes.push('in-progress', 'key-reused');
  return [...new Set([...codes, ...(operation.problems ?? [])])].sort((a, b) => PROBLEMS[a] - PROBLEMS[b]);
}

function shapesInto(schemas: Json): Shape {
  const names = nameShapes();
  return (schema, io) => {
    const made = z.toJSONSchema(schema, { metadata: names[io], io, unrepresentable: 'any' });
    const moved = JSON.parse(JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
    const { $schema: _, $defs, ...rest } = moved;
    Object.assign(schemas, $defs);
    return rest;
  };
}

function describe(address: string, operation: Operation, shape: Shape, problem: Json): Json {
  const isPublic = scopeOf('anonymous', operation.action) !== 'none';
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [tagOf(address)],
    security: isPublic ? [] : openToTokens(operation) ? [{ session: [] }, { token: [] }] : [{ session: [] }],
    parameters: [
      ...pathParameters(address, operation, shape),
      ...parameters('query', operation.query, shape),
      ...headers(operation),
    ],
    ...(operation.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: shape(operation.body, 'input') } } } }
      : {}),
    responses: { ...answer(operation, shape), ...refusals(operation, problem) },
  };
}

function pathParameters(address: string, operation: Operation, shape: Shape): Json[] {
  const described = parameters('path', operation.params, shape);
  const names = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  return names.map(
    (name) =>
      described.find((one) => one.name === name) ?? { name, in: 'path', required: true, schema: { type: 'string' } },
  );
}

function parameters(where: 'path' | 'query', schema: z.ZodObject | undefined, shape: Shape): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: where,
    // An unknown value is acceptable to `optional` and `default` alike.
    required: where === 'path' || !(field as z.ZodType).safeParse(undefined).success,
    schema: shape(field as z.ZodType, 'input'),
  }));
}

function headers({ ifMatch, idempotent }: Operation): Json[] {
  const header = (name: string, required: boolean, description: string) => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  });
  return [
    ...(ifMatch ? [header('If-Match', true, 'The version being changed, in quotes, as its ETag says')] : []),
    ...(idempotent ? [header('Idempotency-Key', false, 'The same key and body give the same answer, once')] : []),
  ];
}

function answer(operation: Operation, shape: Shape): Json {
  if (!operation.answer) return { [operation.status ?? 204]: { description: 'Done' } };
  const schema = shape(operation.answer, 'output');
  return { [operation.status ?? 200]: { description: 'The answer', content: { 'application/json': { schema } } } };
}

function refusals(operation: Operation, problem: Json): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(operation))
    byStatus.set(PROBLEMS[code], [...(byStatus.get(PROBLEMS[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${problemWords(code, {} as never, 'en').title}`).join('\n\n'),
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  );
}

function tagOf(address: string): string {
  return address.split('/')[2] ?? 'api';
}
