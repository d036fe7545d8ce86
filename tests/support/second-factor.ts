import { bytesOf, codeAt, stepAt } from '#server/accounts/totp.ts';
import type { MeView } from '#shared/accounts/contract.ts';
import { cookieOf, holding, PASSWORD } from './accounts.ts';
import type { Answer, World } from './world.ts';

type Body = Record<string, unknown>;

/** A browser: it keeps the session's cookie from answer to answer, as a real one does. */
export function browser(world: World, token: string | null = null) {
  let held = token;
  let proof: string | null = null;
  const headers = (): Record<string, string> => {
    const cookie = [...(held ? [`cop_s=${held}`] : []), ...(proof ? [`cop_p=${proof}`] : [])].join('; ');
    return cookie ? { ...holding(held), cookie } : {};
  };
  const keep = <T>(answer: Answer<T>) => {
    held = cookieOf(answer as Answer<unknown>) ?? held;
    proof = /^cop_p=([\w-]+);/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? proof;
    return answer;
  };
  return {
    /** The cookie by which what is being proved belongs to this browser. */
    get proof() {
      return proof;
    },
    set proof(token: string | null) {
      proof = token;
    },
    get token() {
      return held;
    },
    get: <T = Body>(path: string) => world.public.get<T>(path, headers()),
    post: async <T = Body>(path: string, body?: unknown) => keep(await world.public.post<T>(path, body, headers())),
    put: async <T = Body>(path: string, body?: unknown) => keep(await world.public.put<T>(path, body, headers())),
    del: async <T = Body>(path: string) => keep(await world.public.del<T>(path, headers())),
    async signIn(email: string) {
      return keep(await world.public.post<MeView>('/api/auth/sign-in/email', { email, password: PASSWORD }, headers()));
    },
  };
}
export type Browser = ReturnType<typeof browser>;

/** The code an app with this key shows, some steps of 30 seconds from an instant. */
export function appCode(key: string, now: Date, ahead = 0): string {
  return codeAt(bytesOf(key), stepAt(now) + ahead);
}

/** Sets an authenticator app up at this browser; answers its key and the recovery codes. The step at `now` is spent. */
export async function setUpApp(at: Browser, now: Date): Promise<{ key: string; recoveryCodes: string[] }> {
  const { key } = (await at.post<{ key: string }>('/api/auth/totp')).body;
  const answer = await at.post<{ recoveryCodes: string[] }>('/api/auth/totp/confirmation', { code: appCode(key, now) });
  if (answer.status !== 200) throw new Error(`the app was not set up: ${answer.status} ${answer.text}`);
  return { key, recoveryCodes: answer.body.recoveryCodes };
}
