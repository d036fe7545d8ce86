import type { Database, Tx } from '#db/connect.ts';
import type { RequestRecord as StoredRequest } from '#db/queries/requests.ts';
import type { Actor } from '#shared/actor.ts';
import type { Lang } from '#shared/lang.ts';
import type { RequestAction } from '#shared/requests/lifecycle.ts';
import type { Config } from './config.ts';

/** The settings a verb may know; where the program listens and stores is none of its business. */
export type Settings = Pick<
  Config,
  | 'publicUrl'
  | 'dataDir'
  | 'demo'
  | 'appSecret'
  | 'formerSecret'
  | 'smtpUrl'
  | 'mailFrom'
  | 'frameAncestors'
  | 'publicOffline'
  | 'issuers'
  | 'revealAlarm'
>;

/** What a verb may reach for. Keep it this short: a long context is a service locator. */
export type Ctx = {
  database: Database;
  /** The domain's clock: what day it is at the desk. In the demonstration it is the demonstration's. */
  now: () => Date;
  /** The wall clock, for whatever runs out by itself: sessions, locks, retries. */
  realNow: () => Date;
  settings: Settings;
  followers: readonly Follower[];
  settlers: readonly Settler[];
};

/** The steps by which a request is over. */
export type Ending = 'withdraw' | 'decline' | 'complete';

/**
 * What a capability that requests do not know does in the same transaction when a request is over: gives up or closes
 * what fulfilled it, or refuses. It leaves the request itself alone. Answers whether anything changed for good.
 */
export type Follower = (ctx: Ctx, tx: Tx, actor: Actor, request: StoredRequest, ending: Ending) => Promise<boolean>;

/**
 * What a capability that requests do not know does in the same transaction after a step was taken and recorded, such as
 * making real what was only tried out. Answers the request as it then stands.
 */
export type Settler = (
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: StoredRequest,
  action: RequestAction,
) => Promise<StoredRequest>;

/** Who holds this session token; nobody in particular when the token is missing, unknown or run out. */
export type FindActor = (ctx: Ctx, token: string | null, lang: Lang) => Promise<Actor>;

/** For whom a program acts with this access token; undefined when the token is unknown, ended or run out. */
export type FindTokenHolder = (ctx: Ctx, secret: string) => Promise<Actor | undefined>;

/** What the log says of a request: ids and codes only, never content. */
export type RequestRecord = {
  requestId: string;
  route: string;
  actor: Actor | null;
  problem: string | null;
  sqlState: string | null;
  queries: number;
};

export type AppEnv = { Variables: { ctx: Ctx; lang: Lang; record: RequestRecord } };
