import type { Finding } from './finding-rules.ts';

/**
 * Where and when everything is that a finding is about, as sixteen hexadecimal digits: another stamp, another situation.
 * An acknowledgement holds for one stamp. No secret: it only has to differ when something moved.
 */
export function stampOf({ about }: Pick<Finding, 'about'>): string {
  const text = about
    .map((one) => `${one.id} ${one.from} ${one.to} ${one.roomId ?? ''} ${one.before} ${one.after}`)
    .sort()
    .join('\n');
  return hash(text, 0x811c9dc5) + hash(text, 0x9747b28c);
}

/** FNV-1a over UTF-16 units, from a seed. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}
