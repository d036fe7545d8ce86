import { encode } from 'uqr';

/** A code for cameras, drawn as one path: it needs no picture and prints sharply. */
export function Qr({ text }: { text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => runs(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`))
    .join('');
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} aria-hidden="true" shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}

/** The dark stretches of a row: one drawing for each is a third of one for each square. */
function runs(row: readonly boolean[]): { from: number; length: number }[] {
  const found: { from: number; length: number }[] = [];
  row.forEach((dark, at) => {
    const last = found.at(-1);
    if (!dark) return;
    if (last && last.from + last.length === at) last.length += 1;
    else found.push({ from: at, length: 1 });
  });
  return found;
}
