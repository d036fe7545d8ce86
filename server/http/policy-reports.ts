import type { Context } from 'hono';
import { refuse } from '#shared/problem.ts';
import type { AppEnv } from '../context.ts';
import type { RequestLog } from '../log.ts';
import { readText } from './read-body.ts';

const MOST_BYTES = 8 * 1024;
const MOST_A_MINUTE = 10;
const TYPES = /^application\/(csp-report|reports\+json|json)\b/i;

/** Takes what browsers say they kept our pages from doing: the rule and the kind of page, never the address itself. */
export function policyReports(log: RequestLog, ipOf: (c: Context<AppEnv>) => string | null, now = Date.now) {
  let minute = 0;
  const heard = new Map<string, number>();
  return async (c: Context<AppEnv>): Promise<Response> => {
    if (!TYPES.test(c.req.header('content-type') ?? '')) refuse('not-json', {});
    const text = await readText(c.req.raw, MOST_BYTES);
    if (minute !== Math.floor(now() / 60_000)) {
      minute = Math.floor(now() / 60_000);
      heard.clear();
    }
    const from = ipOf(c) ?? '';
    const times = (heard.get(from) ?? 0) + 1;
    heard.set(from, times);
    if (times > MOST_A_MINUTE) refuse('too-many-tries', { seconds: 60 });
    for (const { directive, page } of violationsIn(text)) log.violation(directive, page);
    return c.body(null, 204);
  };
}

/** The violations of a report in either of the two forms browsers use; none when it is no report. */
export function violationsIn(text: string): { directive: string; page: string }[] {
  try {
    const said: unknown = JSON.parse(text);
    return (Array.isArray(said) ? said.slice(0, 10) : [said]).flatMap((one) => {
      const body = fieldOf(one, 'csp-report') ?? fieldOf(one, 'body');
      const directive = fieldOf(body, 'effective-directive') ?? fieldOf(body, 'effectiveDirective');
      const page = fieldOf(body, 'document-uri') ?? fieldOf(body, 'documentURL');
      if (typeof directive !== 'string' || typeof page !== 'string') return [];
      return [{ directive: /^[a-z-]{1,40}$/.test(directive) ? directive : 'unknown', page: kindOfPage(page) }];
    });
  } catch {
    return [];
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** The address of a page without anything that names something: ids, numbers and the query go. */
function kindOfPage(url: string): string {
  if (!URL.canParse(url)) return 'unknown';
  const parts = new URL(url).pathname.split('/').slice(0, 6);
  return parts.map((part) => (/^[a-z-]{0,20}$/.test(part) ? part : ':part')).join('/');
}
