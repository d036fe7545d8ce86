import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { XSS } from '#tests/support/corpora.ts';
import { cookieOf } from '#tests/support/program.ts';

/** Calls the API as a person of the demonstration. */
export type Caller = <Answer>(method: string, path: string, body?: unknown, version?: number) => Promise<Answer>;

export async function callerFor(address: string, email: string): Promise<Caller> {
  const cookie = await cookieOf(address, email);
  return async (method, path, body, version) => {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: {
        cookie,
        ...(method === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`);
    return text ? JSON.parse(text) : null;
  };
}

/** So many of the payloads as fit, joined: a text stays one text, wherever it ends. */
export function hostile(most: number, from = 0): string {
  const turned = [...XSS.slice(from % XSS.length), ...XSS.slice(0, from % XSS.length)];
  let text = '';
  for (const one of turned) if (text.length + one.length + 1 <= most && !/[\t\n]/.test(one)) text += `${one} `;
  return text.trim();
}

export type Seen = { directive: string; blocked: string; disposition: string; path: string };

/** Before anything of a page runs: remembers what its policy stops, across pages of the same tab. */
export async function watchPolicy(page: Page): Promise<{ violations: Seen[] }> {
  const violations: Seen[] = [];
  await page.exposeFunction('__tell', (one: Seen) => violations.push(one));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, disposition } = event;
      const tell = (window as unknown as { __tell: (one: Seen) => void }).__tell;
      tell({ directive: effectiveDirective, blocked: blockedURI, disposition, path: location.pathname });
    });
  });
  return { violations };
}

/** Whether one of the payloads has run on this page. */
export function hasRun(page: Page): Promise<boolean> {
  return page.evaluate(() => '__xss' in window);
}
