import { refuse } from '#shared/problem.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;
const NUMERIC = /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

/** Refuses a request that means another host, such as one whose name somebody has pointed at this machine. */
export function checkHost(host: string | undefined, url: string, publicUrl: string): void {
  // An address given in full wins over the header, so both have to be ours.
  const meant = /^https?:\/\/([^/?#]*)/.exec(url)?.[1] ?? '';
  if (!isOurHost(meant, publicUrl) || (host !== undefined && !isOurHost(host, publicUrl))) refuse('wrong-host', {});
}

/**
 * Whether a `Host` names this desk: the public address, or this machine itself, as a reverse proxy or a probe beside it
 * does. While the public address is this machine's own, a numeric one reaches it from the next desk too; a name does
 * not, because names can be made to point anywhere by whoever owns them.
 */
export function isOurHost(host: string, publicUrl: string): boolean {
  const { host: ours, protocol } = new URL(publicUrl);
  const port = protocol === 'https:' ? /:443$/ : /:80$/;
  if (host.replace(port, '').toLowerCase() === ours || LOOPBACK.test(host)) return true;
  return LOOPBACK.test(ours) && NUMERIC.test(host);
}

/** Whether an `Origin` is ours. On one machine the page's own address will do: 127.0.0.1 is localhost. */
export function isOurOrigin(origin: string, host: string | null, publicUrl: string): boolean {
  const { origin: ours, host: ownHost } = new URL(publicUrl);
  return origin === ours || (LOOPBACK.test(ownHost) && host !== null && origin === `http://${host}`);
}
