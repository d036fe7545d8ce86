import type { PoolBoard } from '#shared/passes/contract.ts';
import { passTexts } from '#shared/passes/texts.ts';
import { formatShortDay } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';

/** At most this many places left is little. */
const LOW = 3;

/** How full each pool is on its fullest day: confirmed solid, offered hatched, the rest open. */
export function PoolMeters({ pools }: { pools: readonly PoolBoard[] }) {
  const lang = useLang();
  const t = useTexts(passTexts);
  return (
    <ul className="pool-meters">
      {pools.map((pool) => {
        const name = inWords(pool.name, lang);
        const part = (count: number) => ({ width: `${pool.places === 0 ? 0 : (100 * count) / pool.places}%` });
        return (
          <li key={pool.id}>
            <h2>
              {name}{' '}
              <small>
                {formatShortDay(pool.from, lang)}–{formatShortDay(pool.to, lang)}
              </small>
            </h2>
            <p className="pool-left" data-low={pool.free <= LOW || undefined}>
              <span>{t.left}</span> <b>{pool.free}</b> <span>{t.of(pool.places)}</span>
              <span className="pool-wished">{t.wished(pool.wished)}</span>
            </p>
            <div className="pool-bar" role="img" aria-label={t.meter(name, pool.confirmed, pool.held, pool.places)}>
              <i data-part="confirmed" style={part(pool.confirmed)} />
              <i data-part="held" style={part(pool.held)} />
            </div>
            <p className="pool-sum">
              {t.confirmed(pool.confirmed)}　{t.held(pool.held)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
