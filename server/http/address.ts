import type { IncomingMessage } from 'node:http';
import { refuse } from '#shared/problem.ts';

const MOST_CHARACTERS = 2048;
const MOST_PARAMETERS = 30;

/** An address as it was sent, where that is known: a parsed one has already resolved its dots. */
export function addressAsSent(env: unknown, url: string): string {
  return (env as { incoming?: IncomingMessage } | undefined)?.incoming?.url ?? url;
}

/** Refuses an address that two programs could read in two ways, before anything is looked up by it. */
export function checkAddress(url: string): void {
  const [path = '', query = ''] = url.replace(/^https?:\/\/[^/?]*/, '').split(/\?(.*)/s, 2);
  const ambiguous = /\/\/|\\|%2f|%5c|%00|\/(\.|%2e){1,2}(\/|$)/i.test(path);
  const tooLong = path.length + query.length > MOST_CHARACTERS;
  if (ambiguous || tooLong || query.split('&').length > MOST_PARAMETERS) refuse('bad-request', {});
}
