import { describe, expect, test } from 'vitest';
import { openApi } from '#server/http/openapi.ts';
import type { Route } from '#server/http/route.ts';
import type { Method } from '#shared/operation.ts';
import { operations } from '#shared/operations.ts';

type Described = {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
};

const routes: Route[] = Object.entries(operations).map(([key, operation]) => {
  const [method, path] = key.split(' ') as [Method, string];
  return { key: key as Route['key'], method, path, operation, handle: async () => {} };
});
const document = openApi(routes, 'http://localhost:3000');
const paths = document.paths as Record<string, Record<string, Described>>;
const all = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('the OpenAPI document', () => {
  test('holds every operation', () => {
    expect(all.map(({ path, method }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(
      Object.keys(operations)
        .map((key) => key.replaceAll(/:(\w+)/g, '{$1}'))
        .sort(),
    );
  });

  test('calls each by a name of its own', () => {
    const names = all.map(({ operation }) => operation.operationId);
    expect([...new Set(names)]).toEqual(names);
  });

  test('declares exactly the parameters of each address', () => {
    const wrong = all.filter(({ path, operation }) => {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      const declared = operation.parameters.filter((one) => one.in === 'path');
      return String(declared.map(({ name }) => name).sort()) !== String(named) || declared.some((one) => !one.required);
    });
    expect(wrong).toEqual([]);
  });

  test('points nowhere that is not there, and keeps nothing nobody points to', () => {
    const text = JSON.stringify(document);
    const pointed = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    const schemas = Object.keys((document.components as { schemas: object }).schemas);
    expect([...new Set(pointed)].sort()).toEqual(schemas.sort());
    expect(schemas.filter((name) => !/^[A-Za-z0-9._-]+$/.test(name))).toEqual([]);
    expect(text).not.toContain('$defs');
  });

  test('says of each how it answers and how it refuses', () => {
    for (const { operation } of all) {
      const statuses = Object.keys(operation.responses);
      expect(statuses.filter((status) => /^2\d\d$/.test(status))).toHaveLength(1);
      expect(statuses).toEqual(expect.arrayContaining(['400', '500', '503']));
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(response.description).not.toBe('');
        if (Number(status) >= 400) expect(Object.keys(response.content ?? {})).toEqual(['application/problem+json']);
      }
    }
  });

  test('asks for the version and offers the key where the operation does', () => {
    const headersOf = (id: string) =>
      all
        .find(({ operation }) => operation.operationId === id)
        ?.operation.parameters.filter((one) => one.in === 'header')
        .map(({ name, required }) => [name, required]);
    expect(headersOf('submitRequest')).toEqual([
      ['If-Match', true],
      ['Idempotency-Key', false],
    ]);
    expect(headersOf('listRequests')).toEqual([]);
  });
});
