export type Line = { id: string; what: string; value: number; limit: number; better: 'more' | 'less'; note?: string };

export function holds({ value, limit, better }: Line): boolean {
  return better === 'more' ? value >= limit : value <= limit;
}

/** One line for people: the ratio, its limit, and whether it holds. */
export function say(line: Line): void {
  const sign = line.better === 'more' ? '>=' : '<=';
  const verdict = holds(line) ? 'ok  ' : 'MISS';
  const ratio = `${line.value.toFixed(2)} (${sign} ${line.limit})`;
  console.log(`${verdict}  ${line.id.padEnd(3)} ${line.what.padEnd(52)} ${ratio.padEnd(16)} ${line.note ?? ''}`);
}
