const HUES = 4;

/**
 * The first sign of a name on a ground that stays the same for that name; no name is a dashed ring.
 * The style draws the sign: as text it would belong to the name of whatever it stands in.
 */
export function Avatar({ name, size = 24 }: { name: string | null; size?: 24 | 32 }) {
  if (!name) {
    return (
      <span className="avatar" data-empty data-size={size} aria-hidden="true">
        –
      </span>
    );
  }
  const hue = [...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % HUES;
  return <span className="avatar" data-hue={hue} data-size={size} data-sign={[...name][0]} aria-hidden="true" />;
}
