import type { Settings } from '../context.ts';
import { tokenIn } from './session-cookie.ts';

type Secured = Pick<Settings, 'publicUrl'>;

const isSecure = ({ publicUrl }: Secured) => publicUrl.startsWith('https://');
/** Another cookie than the session's, so that nobody can begin in somebody's browser what becomes their session. */
const nameOf = (settings: Secured) => (isSecure(settings) ? '__Host-cop_p' : 'cop_p');

/** The `set-cookie` that binds what is being proved to this browser, for some seconds. */
export function keepProof(token: string, seconds: number, settings: Secured): { 'set-cookie': string } {
  const secure = isSecure(settings) ? '; Secure' : '';
  return {
    'set-cookie': `${nameOf(settings)}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`,
  };
}

/** The token of what this browser is proving, in its `cookie` header, or null. */
export function proofToken(header: string | null, settings: Secured): string | null {
  return tokenIn(header, nameOf(settings));
}
