// Keeps the public programme for the time without a network. It knows only addresses below /schedule/ and the files they
// need, keeps only what the server calls public, and is replaced by a worker that forgets everything when the desk says so.

type Exchange = { request: Request; respondWith: (answer: Promise<Response>) => void };
type Told = {
  data?: { keep?: unknown; lang?: unknown; release?: unknown };
  source?: { postMessage: (said: unknown) => void };
};
type Lasting = { waitUntil: (work: Promise<unknown>) => void };
type Worker = {
  addEventListener(name: 'install' | 'activate', hear: (event: Lasting) => void): void;
  addEventListener(name: 'fetch', hear: (event: Exchange) => void): void;
  addEventListener(name: 'message', hear: (event: Told & Lasting) => void): void;
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  location: Location;
};

const PREFIX = 'cop-schedule-';
const KEPT = `${PREFIX}1`;
const PATIENCE_MS = 4_000;
const worker = self as unknown as Worker;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => worker.clients.claim())));
worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(keptFirst(event.request));
  else if (isPage(url)) event.respondWith(networkFirst(event.request, url));
});
worker.addEventListener('message', (event) => {
  const { keep, lang, release } = event.data ?? {};
  if (typeof keep !== 'string' || !/^[a-z0-9-]+$/.test(keep)) return;
  const done = keepAll(keep, lang === 'en' ? 'en' : 'ja', Number(release));
  event.waitUntil(done.then((all) => all && event.source?.postMessage({ kept: keep })).catch(() => undefined));
});

/** Pages and the short form of a release; files, pulses and the worker itself go to the network as they are. */
function isPage({ pathname }: URL): boolean {
  if (!/^\/schedule\/[a-z0-9-]+(\/|$)/.test(pathname)) return false;
  return pathname.endsWith('/brief.json') || !/[.][a-z]+$/.test(pathname);
}

async function forgetOlder(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== KEPT) await caches.delete(name);
}

/** Files whose names carry a hash of their content never change. */
async function keptFirst(request: Request): Promise<Response> {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request, fresh.clone());
  return fresh;
}

/** What the network says, when it says anything in time; else what was kept. */
async function networkFirst(request: Request, url: URL): Promise<Response> {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(url.href);
  const fresh = fetch(request).then(async (answer) => {
    await keep(cache, url.href, answer);
    return answer;
  });
  const late = new Promise<Response>((resolve) => {
    if (kept) setTimeout(() => resolve(kept), PATIENCE_MS);
  });
  try {
    return await Promise.race([fresh, late]);
  } catch (error) {
    const instead = kept ?? (await nearest(cache, url));
    if (instead) return instead;
    throw error;
  }
}

/** Only what is public and whole is kept: a page that must not be stored says `no-store`. */
async function keep(cache: Cache, address: string, answer: Response): Promise<boolean> {
  const isPublic = /\bpublic\b/.test(answer.headers.get('cache-control') ?? '');
  if (!answer.ok || answer.redirected || !isPublic) return false;
  await cache.put(address, answer.clone());
  return true;
}

/** The same day without its filters, the day on which a session is, or the programme’s first page. */
async function nearest(cache: Cache, url: URL): Promise<Response | undefined> {
  const english = url.searchParams.get('lang') === 'en' ? 'lang=en' : '';
  const [, , slug, part, id] = url.pathname.split('/');
  const home = `${url.origin}/schedule/${slug}`;
  const search = (day: string | null) => [day ? `day=${day}` : '', english].filter(Boolean).join('&');
  const at = (query: string) => `${home}${query && `?${query}`}`;
  if (part === 'sessions' && id) {
    const brief = await cache.match(`${home}/brief.json${english && `?${english}`}`);
    const { sessions = [] } = brief ? await brief.json() : {};
    const session = sessions.find((one: { id: string; day: string }) => one.id === id);
    if (session) return Response.redirect(`${at(search(session.day))}#s=${id}`);
  }
  if (part) return cache.match(`${home}/${part}${english && `?${english}`}`);
  return (await cache.match(at(search(url.searchParams.get('day'))))) ?? cache.match(at(search(null)));
}

/** Fetches every day of a release in one language, once for each release. */
async function keepAll(slug: string, lang: 'ja' | 'en', release: number): Promise<boolean> {
  const cache = await caches.open(KEPT);
  const home = `${worker.location.origin}/schedule/${slug}`;
  const language = lang === 'en' ? 'lang=en' : '';
  const only = language && `?${language}`;
  const mark = `${home}/kept${only}`;
  const known = await cache.match(mark);
  if (known && Number(await known.text()) === release) return true;
  const brief = await fetch(`${home}/brief.json${only}`);
  if (!(await keep(cache, `${home}/brief.json${only}`, brief.clone()))) return false;
  const { days }: { days: string[] } = await brief.json();
  const pages = [`${home}${only}`, `${home}/now${only}`, `${home}/mine${only}`];
  const ofDays = days.map((day) => `${home}?${[`day=${day}`, language].filter(Boolean).join('&')}`);
  // One after the other: the visitor’s own requests come first.
  for (const address of [...pages, ...ofDays]) {
    if (!(await keep(cache, address, await fetch(address)))) return false;
  }
  await keepFiles(cache, await (await cache.match(`${home}${only}`))?.text());
  await cache.put(mark, new Response(String(release)));
  return true;
}

/** The style and the script of a page, and what the script itself needs: a first visit fetched them past this worker. */
async function keepFiles(cache: Cache, page = ''): Promise<void> {
  for (const [path] of page.matchAll(/\/assets\/[\w.-]+/g)) {
    if (await cache.match(path)) continue;
    const file = await fetch(path);
    if (!file.ok) continue;
    const parts = path.endsWith('.js') ? (await file.clone().text()).matchAll(/from"[.]\/([\w.-]+)"/g) : [];
    await cache.put(path, file);
    for (const [, part] of parts) await cache.add(`/assets/${part}`);
  }
}
