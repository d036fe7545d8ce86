import { z } from 'zod';

/**
 * Every way the application can refuse, in one catalogue (RFC 9457).
 * The key is the last segment of the problem's `type` and the address of its page; its words are in `problem-texts.ts`.
 */
export const PROBLEMS = {
  'bad-request': 400,
  'two-keys': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'link-not-valid': 401,
  'token-not-valid': 401,
  'wrong-code': 401,
  'passkey-not-valid': 401,
  'issuer-not-valid': 401,
  'issuer-not-bound': 401,
  'not-allowed': 403,
  'second-factor-required': 403,
  'step-up-required': 403,
  'cross-site': 403,
  'token-reads-only': 403,
  'not-by-token': 403,
  'not-found': 404,
  'wrong-method': 405,
  'wrong-state': 409,
  'room-taken': 409,
  'pool-full': 409,
  'already-holds-pass': 409,
  'not-in-delegation': 409,
  'still-in-use': 409,
  clash: 409,
  'not-placed': 409,
  'nothing-to-release': 409,
  'draft-changed': 409,
  'already-exists': 409,
  'consent-missing': 409,
  'identity-purged': 410,
  'in-progress': 409,
  'changed-meanwhile': 412,
  'too-large': 413,
  'not-json': 415,
  'wrong-host': 421,
  'invalid-input': 422,
  'key-reused': 422,
  'window-closed': 422,
  'issuer-unreachable': 424,
  'version-required': 428,
  'too-many-tries': 429,
  'too-many-requests': 429,
  broken: 500,
  unavailable: 503,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof PROBLEMS;

type None = Record<never, never>;
/** The public time of what is in a room, or the minutes kept before and after it. */
type RoomPart = 'time' | 'setup' | 'teardown';

/** What each refusal needs to be put into words. `because` is a sentence already in the caller's language. */
export type ProblemParams = { [Code in ProblemCode]: None } & {
  'not-allowed': { because: string };
  'wrong-state': { because?: string };
  'room-taken': { by?: string; own?: RoomPart; other?: RoomPart };
  'pool-full': { pool: string; day?: string; short: number };
  'already-holds-pass': { names: string };
  clash: { names: string };
  'still-in-use': { by?: string };
  'consent-missing': { names: string; identity?: boolean; consents?: boolean };
  'invalid-input': { count: number };
  'window-closed': { closedAt?: string };
  'too-many-tries': { seconds: number };
  'too-many-requests': { seconds: number };
};

/** The words of every refusal in one language. */
export type ProblemWords = {
  [Code in ProblemCode]: { title: string; detail: (params: ProblemParams[Code]) => string };
};

/** One field that does not fit: `pointer` is a JSON Pointer into the body (or `?name` for a query parameter). */
export type FieldError = { pointer: string; detail: string };

/** What a refusal looks like on the wire; extension members pass through. */
export const ProblemBody = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
});
export type ProblemBody = z.infer<typeof ProblemBody>;

/** The only thing the application throws on purpose; one file turns it into HTTP. */
export class ProblemError<Code extends ProblemCode = ProblemCode> extends Error {
  override readonly name = 'ProblemError';
  readonly code: Code;
  readonly params: ProblemParams[Code];
  /** Extension members of the answer, such as `errors` or `current`. */
  readonly extensions: Record<string, unknown>;

  constructor(code: Code, params: ProblemParams[Code], extensions: Record<string, unknown>) {
    super(code);
    this.code = code;
    this.params = params;
    this.extensions = extensions;
  }
}

/** Refuses. The words are made later, in the caller's language, from `code` and `params`. */
export function refuse<Code extends ProblemCode>(
  code: Code,
  params: ProblemParams[Code],
  extensions: Record<string, unknown> = {},
): never {
  throw new ProblemError(code, params, extensions);
}
