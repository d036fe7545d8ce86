const MINUTE_MS = 60_000;

/** How often, at most, a session's row says that it was used, in milliseconds. */
export const TOUCHED_EVERY_MS = MINUTE_MS;
/** Signed in at this many places at once; the oldest place is signed out for a new one. */
export const MOST_SESSIONS = 5;

/** When a session that is not used ends: at the office, where all members' data is read, after half the time. */
export function idleEnd(at: Date, office: boolean): Date {
  return new Date(at.getTime() + (office ? 30 : 60) * MINUTE_MS);
}

/** When a session ends that still owes something: time enough to find a telephone and set up an app. */
export function owingEnd(at: Date): Date {
  return new Date(at.getTime() + 30 * MINUTE_MS);
}

/** When a session ends however much it is used. */
export function absoluteEnd(at: Date): Date {
  return new Date(at.getTime() + 12 * 60 * MINUTE_MS);
}
