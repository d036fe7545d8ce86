import dns from 'node:dns';
import net from 'node:net';

export type Egress = {
  /** Every place this process has tried to reach, as `host:port` or a path. */
  readonly reached: Set<string>;
  stop: () => void;
};

type Connect = typeof net.Socket.prototype.connect;

/** Notes where this process connects to and which names it asks for, until stopped. */
export function watchEgress(): Egress {
  const reached = new Set<string>();
  const connect = net.Socket.prototype.connect;
  const { lookup, resolve } = dns;
  net.Socket.prototype.connect = function (this: net.Socket, ...given: Parameters<Connect>) {
    const [first, second] = (Array.isArray(given[0]) ? given[0] : given) as [unknown, unknown];
    reached.add(placeOf(first, second));
    return connect.apply(this, given);
  } as Connect;
  const noting = (ask: (...given: never[]) => unknown) =>
    ((...given: never[]) => {
      reached.add(`name ${String(given[0])}`);
      return ask.apply(dns, given);
    }) as never;
  Object.assign(dns, { lookup: noting(lookup as never), resolve: noting(resolve as never) });
  return {
    reached,
    stop: () => {
      net.Socket.prototype.connect = connect;
      Object.assign(dns, { lookup, resolve });
    },
  };
}

function placeOf(first: unknown, second: unknown): string {
  if (typeof first === 'object' && first !== null) {
    const { host, port, path } = first as { host?: string; port?: number; path?: string };
    return path ?? `${host ?? 'localhost'}:${port}`;
  }
  return typeof first === 'string' ? first : `${typeof second === 'string' ? second : 'localhost'}:${String(first)}`;
}
