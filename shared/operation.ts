import type { z } from 'zod';
import type { Owed } from './actor.ts';
import type { Action } from './permission.ts';
import type { ProblemCode } from './problem.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type OperationKey = `${Method} /api/${string}`;

/**
 * One operation of the HTTP API, as data. The server's routes, the OpenAPI document, the typed client and the
 * authorisation matrix are all derived from it, so that an operation without a policy or a shape cannot exist.
 */
export type Operation = {
  /** OpenAPI `operationId`, unique. */
  id: string;
  summary: string;
  /** What the actor must be permitted to do; see `permission.ts`. */
  action: Action;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** How large the body may be, where it is larger than any form: 64 KiB otherwise. */
  mostBytes?: number;
  /** 200 and 201 answer `answer`; 204 answers nothing. */
  status?: 200 | 201 | 204;
  answer?: z.ZodType;
  /** True when a repeated POST with the same `Idempotency-Key` must give the same answer once. */
  idempotent?: true;
  /** True when the caller must say which version it changes with `If-Match`. */
  ifMatch?: true;
  /** True when the session must have proved itself within the last ten minutes: with the password or a code. */
  stepUp?: true;
  /** Counts as reading although it writes: for what the screens say by themselves, again and again. */
  rate?: 'read';
  /** What a session may still owe and call it nevertheless. Everything else waits for the second factor. */
  owing?: readonly Owed[];
  /** Refusals beyond those every operation can answer. */
  problems?: readonly ProblemCode[];
};

export type Operations = Readonly<Record<OperationKey, Operation>>;

export function defineOperations<const Ops extends Operations>(operations: Ops): Ops {
  return operations;
}
