import type { Settings } from '../context.ts';

type Secured = Pick<Settings, 'publicUrl'>;

/** `__Host-` binds the cookie to this very host, but browsers take it over https only. */
export function cookieName({ publicUrl }: Secured): string {
  return publicUrl.startsWith('https://') ? '__Host-cop_s' : 'cop_s';
}

/** The session's token in the request's cookies, or null. */
export function sessionToken(request: Request, settings: Secured): string | null {
  return tokenIn(request.headers.get('cookie'), cookieName(settings));
}

/** The token that a `cookie` header holds under a name, or null. */
export function tokenIn(header: string | null, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value && /^[\w-]{20,128}$/.test(value)) return value;
  }
  return null;
}

/** The `set-cookie` that keeps a session; it ends with the browser, and the session's own end is in the database. */
export function keepSession(token: string, settings: Secured): { 'set-cookie': string } {
  const secure = settings.publicUrl.startsWith('https://') ? '; Secure' : '';
  return { 'set-cookie': `${cookieName(settings)}=${token}; Path=/; HttpOnly; SameSite=Strict${secure}` };
}

/** The headers that forget a session and what the browser has stored of it. */
export function dropSession(settings: Secured): { 'set-cookie': string; 'clear-site-data': string } {
  const { 'set-cookie': kept } = keepSession('', settings);
  return { 'set-cookie': `${kept}; Max-Age=0`, 'clear-site-data': '"cache", "storage"' };
}
