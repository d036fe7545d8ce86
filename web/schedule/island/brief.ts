import type { BriefSession, PublicBrief } from '#shared/schedule/public-brief.ts';
import { base, query } from './page.ts';

let asked: Promise<Map<string, BriefSession>> | null = null;

/** The release in short, asked for once and only when somebody has favourites. Empty where there is no network. */
export function brief(): Promise<Map<string, BriefSession>> {
  asked ??= fetch(`${base}/brief.json${query}`)
    .then((answer) => (answer.ok ? (answer.json() as Promise<PublicBrief>) : Promise.reject(answer)))
    .then(({ sessions }) => new Map(sessions.map((session) => [session.id, session])))
    .catch(() => {
      asked = null;
      return new Map();
    });
  return asked;
}
