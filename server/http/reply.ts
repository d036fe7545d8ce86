/** What a handler may answer instead of a bare value, when it has more to say than the value itself. */
export type Reply<Value> = {
  readonly [REPLY]: true;
  readonly value: Value | undefined;
  /** JSON made by the database, sent as it is. */
  readonly text?: string;
  readonly status?: 200 | 201 | 204;
  readonly headers?: Readonly<Record<string, string>>;
};

const REPLY = Symbol('reply');

/** 201 with the address of the new thing. */
export function created<Value>(value: Value, location: string): Reply<Value> {
  return { [REPLY]: true, value, status: 201, headers: { location } };
}

/** A value, or nothing, with response headers of its own, such as `set-cookie`. */
export function withHeaders<Value>(value: Value, headers: Record<string, string>): Reply<Value> {
  return { [REPLY]: true, value, headers };
}

/** JSON text that PostgreSQL has already built: for hot lists, where parsing it only to write it again would cost. */
export function rawJson(text: string, headers: Record<string, string> = {}): Reply<never> {
  return { [REPLY]: true, value: undefined, text, headers };
}

/** The same shape whatever the handler answered. */
export function asReply(answer: unknown): Reply<unknown> {
  return isReply(answer) ? answer : { [REPLY]: true, value: answer };
}

function isReply(answer: unknown): answer is Reply<unknown> {
  return typeof answer === 'object' && answer !== null && REPLY in answer;
}
