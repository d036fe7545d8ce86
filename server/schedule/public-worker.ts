import type { Hono } from 'hono';
import { refuse } from '#shared/problem.ts';
import type { AppEnv } from '../context.ts';

/** A worker that takes back everything: browsers look for a new one at least once a day, and at each visit. */
const FORGETS = `self.addEventListener('install',e=>e.waitUntil(self.skipWaiting()));
self.addEventListener('activate',e=>e.waitUntil((async()=>{
for(const n of await caches.keys())if(n.startsWith('cop-schedule-'))await caches.delete(n);
await self.registration.unregister();
})()));
`;

/** The script that keeps the public pages on the device. It stands below /schedule/, so it can reach nothing else. */
export function publicWorker(app: Hono<AppEnv>, script: string | null): void {
  app.get('/schedule/sw.js', (c) => {
    c.get('record').route = '/schedule/sw.js';
    const text = c.get('ctx').settings.publicOffline ? (script ?? refuse('not-found', {})) : FORGETS;
    return c.body(text, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' });
  });
}
