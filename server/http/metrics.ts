import { createServer, type Server } from 'node:http';
import type { RequestLog } from '../log.ts';

export type Metrics = { log: RequestLog; shed: () => void; text: () => string };

/** Counts what the log is told, by route and status; nothing that could name a person. */
export function createMetrics(log: RequestLog): Metrics {
  const requests = new Map<string, { count: number; seconds: number; queries: number }>();
  let badValues = 0;
  let shed = 0;
  const began = Date.now();
  return {
    log: {
      request(record, answer) {
        const labels = `method="${label(answer.method)}",route="${label(record.route)}",status="${answer.status}"`;
        const sum = requests.get(labels) ?? { count: 0, seconds: 0, queries: 0 };
        sum.count += 1;
        sum.seconds += answer.ms / 1000;
        sum.queries += record.queries;
        requests.set(labels, sum);
        // A value that only the database found out about: a check before it is missing.
        if (record.sqlState?.startsWith('22')) badValues += 1;
        log.request(record, answer);
      },
      error: log.error,
      violation: log.violation,
    },
    shed: () => {
      shed += 1;
    },
    text: () =>
      [
        ...series('cop_desk_requests_total', 'counter', requests, ({ count }) => count),
        ...series('cop_desk_request_seconds_total', 'counter', requests, ({ seconds }) => seconds),
        ...series('cop_desk_queries_total', 'counter', requests, ({ queries }) => queries),
        '# TYPE cop_desk_unexpected_values_total counter',
        `cop_desk_unexpected_values_total ${badValues}`,
        '# TYPE cop_desk_shed_total counter',
        `cop_desk_shed_total ${shed}`,
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
        '# TYPE process_start_time_seconds gauge',
        `process_start_time_seconds ${began / 1000}`,
        '',
      ].join('\n'),
  };
}

/** Serves the numbers to this machine only. */
export function serveMetrics(metrics: Metrics, port: number): Server {
  return createServer((request, response) => {
    const known = request.url === '/metrics';
    response.writeHead(known ? 200 : 404, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
    response.end(known ? metrics.text() : '');
  }).listen(port, '127.0.0.1');
}

function series<Sum>(name: string, type: string, sums: Map<string, Sum>, of: (sum: Sum) => number): string[] {
  return [`# TYPE ${name} ${type}`, ...[...sums].map(([labels, sum]) => `${name}{${labels}} ${of(sum)}`)];
}

function label(value: string): string {
  return value.replaceAll(/[\\"\n]/g, '_').slice(0, 100);
}
