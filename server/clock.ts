/** A clock that begins at `start` when the program does, and goes on from there; the wall clock when there is none. */
export function clockFrom(start: Date | null, realNow: () => Date = () => new Date()): () => Date {
  if (start === null) return realNow;
  const ahead = start.getTime() - realNow().getTime();
  return () => new Date(realNow().getTime() + ahead);
}
