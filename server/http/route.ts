import type { z } from 'zod';
import type { Actor } from '#shared/actor.ts';
import type { Method, Operation, OperationKey, Operations } from '#shared/operation.ts';
import type { Ctx } from '../context.ts';
import type { Reply } from './reply.ts';

/** What a handler is called with: everything in it has been checked already. */
export type Call<Op> = {
  ctx: Ctx;
  actor: Actor;
  params: Parsed<Op, 'params'>;
  query: Parsed<Op, 'query'>;
  body: Parsed<Op, 'body'>;
  /** The version the caller was looking at, for operations that ask for it. */
  ifMatch: Op extends { ifMatch: true } ? number : null;
  request: CallRequest;
};

export type CallRequest = {
  id: string;
  /** The session's token as it came in the cookie, for the verbs that renew or end a session. */
  token: string | null;
  /** The address the connection comes from; null in tests. */
  ip: string | null;
  header: (name: string) => string | null;
};

type Parsed<Op, Part extends 'params' | 'query' | 'body'> =
  Op extends Record<Part, infer Schema extends z.ZodType> ? z.output<Schema> : Record<never, never>;

/** A value of the operation's answer or a reply around one. Where nothing is answered, what the verb returns is dropped. */
export type Answer<Op> = Op extends { answer: infer Schema extends z.ZodType }
  ? z.input<Schema> | Reply<z.input<Schema>>
  : unknown;

export type Handlers<Ops extends Operations> = {
  [Key in keyof Ops]: (call: Call<Ops[Key]>) => Promise<Answer<Ops[Key]>>;
};

/** A call and a handler once their operation is no longer known to the compiler, only to the frame that checks them. */
export type AnyCall = Call<Operation>;
export type Route = {
  key: OperationKey;
  method: Method;
  /** Hono's way of writing it: `/api/requests/:id`. */
  path: string;
  operation: Operation;
  handle: (call: AnyCall) => Promise<unknown>;
};

/**
 * Answers every operation of a capability, each by exactly one handler: one too few or one too many does not compile.
 * The only way to put something under `/api`.
 */
export function routes<const Ops extends Operations>(operations: Ops, handlers: Handlers<Ops>): Route[] {
  return (Object.keys(operations) as (keyof Ops & OperationKey)[]).map((key) => {
    const [method, path] = key.split(' ') as [Method, string];
    return {
      key,
      method,
      path: path.replaceAll(/\{(\w+)\}/g, ':$1'),
      operation: operations[key] as Operation,
      handle: handlers[key] as unknown as Route['handle'],
    };
  });
}
