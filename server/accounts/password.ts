import { hash, verify } from '@node-rs/argon2';
import { refuse } from '#shared/problem.ts';

/** Argon2id is the package's default algorithm. The strength is OWASP's first choice for it. */
const STRENGTH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const MOST_AT_ONCE = 2;
const MOST_WAITING = 20;
/** Whoever has waited this long is turned away: a late answer only makes people ask once more. */
const PATIENCE_MS = 2_000;
/** A hash of nothing anybody can type, compared with where there is none, so that both take the same time. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$SJWj2yz7DlNrtl7+OBJReg$eC1+52kW2Fx/qzgZvOLHkIRK3E8cqAFCL5EG9eZZ9TE';

let busy = 0;
const waiting: ((turn: boolean) => void)[] = [];

/** What the database keeps of a password. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, STRENGTH));
}

/** Whether a password fits. Without a hash it works as long, and never fits. */
export async function passwordFits(password: string, kept: string | null | undefined): Promise<boolean> {
  const fits = await inTurn(() => verify(kept ?? NOBODYS, password));
  return fits && kept !== null && kept !== undefined;
}

/** Few hashes at once, so that sign-ins cannot take the machine from everybody else; a long queue is turned away. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING || !(await myTurn())) refuse('unavailable', {});
  } else busy += 1;
  try {
    return await work();
  } finally {
    // The next in turn takes over this place; only without one does it become free.
    const next = waiting.shift();
    if (next) next(true);
    else busy -= 1;
  }
}

/** True when a place has become free, false when patience ran out before. */
function myTurn(): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (turn: boolean) => {
      clearTimeout(timer);
      resolve(turn);
    };
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(answer), 1);
      answer(false);
    }, PATIENCE_MS);
    waiting.push(answer);
  });
}
