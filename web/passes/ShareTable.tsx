import type { MemberShare, PassBoard } from '#shared/passes/contract.ts';
import { passTexts } from '#shared/passes/texts.ts';
import { inWords } from '../in-words.ts';
import { paths } from '../paths.ts';
import { useLang, useTexts } from '../texts.ts';
import { KindIcon } from '../ui/icons.tsx';
import { Link } from '../ui/Link.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

/** Places given as a part of those wished, in whole percent; null where nothing was wished. */
export function percentOf({ got, wished }: { got: number; wished: number }): number | null {
  return wished === 0 ? null : Math.round((100 * Math.min(got, wished)) / wished);
}

/** Who got what part of their wish, the smallest first: one square a person, and a dot on a common scale. */
export function ShareTable({ board }: { board: PassBoard }) {
  const lang = useLang();
  const t = useTexts(passTexts);
  const pools = board.pools.filter((pool) =>
    board.members.some((one) => one.pools.some((part) => part.poolId === pool.id && part.wished > 0)),
  );
  const asking = board.members.filter((one) => one.wished > 0 || one.got > 0);
  const rows = asking.toSorted((a, b) => (percentOf(a) ?? 101) - (percentOf(b) ?? 101));
  const sum = (field: 'got' | 'wished') => asking.reduce((total, one) => total + Math.min(one[field], one.wished), 0);
  const mean = percentOf({ got: sum('got'), wished: sum('wished') }) ?? 0;
  return (
    <section className="table-scroll" aria-label={t.tableCaption}>
      <table className="share-table">
        <caption className="hidden-text">{t.tableCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.member}</th>
            <th scope="col">{t.speaks}</th>
            {pools.map((pool) => (
              <th key={pool.id} scope="col">
                {inWords(pool.name, lang)}
              </th>
            ))}
            <th scope="col" className="share-scale">
              <span className="share-axis" aria-hidden="true">
                <i>0</i>
                <i>50</i>
                <i>100%</i>
              </span>
              <span>{t.legend.mean(mean)}</span>
            </th>
            <th scope="col" data-number="true">
              {t.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.member.id}>
              <th scope="row">
                <Link href={`${paths.desk()}?kind=pass&member=${row.member.id}`}>{inWords(row.member.name, lang)}</Link>
              </th>
              <td>
                {row.speaks ? (
                  <>
                    <KindIcon kind="speaking" width={15} height={15} />
                    <VisuallyHidden>{t.speaksYes}</VisuallyHidden>
                  </>
                ) : (
                  <span className="text-ink-3">–</span>
                )}
              </td>
              {pools.map((pool) => (
                <td key={pool.id}>
                  <Squares part={row.pools.find((one) => one.poolId === pool.id)} />
                </td>
              ))}
              <td className="share-scale">
                <Dot percent={percentOf(row)} mean={mean} />
              </td>
              <td data-number="true" data-low={(percentOf(row) ?? 100) < mean / 2 || undefined}>
                {percentOf(row) === null ? '–' : `${percentOf(row)}%`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Squares({ part }: { part: MemberShare['pools'][number] | undefined }) {
  const t = useTexts(passTexts);
  if (!part || (part.wished === 0 && part.confirmed + part.held === 0))
    return <span className="text-ink-3 text-12">{t.noWish}</span>;
  const { confirmed, held } = part;
  const wished = Math.max(part.wished, confirmed + held);
  const kindAt = (index: number) => (index < confirmed ? 'confirmed' : index < confirmed + held ? 'held' : 'open');
  return (
    <span className="squares">
      <span aria-hidden="true">
        {Array.from({ length: wished }, (_, index) => `${kindAt(index)} ${index}`).map((key) => (
          <i key={key} data-part={key.split(' ')[0]} />
        ))}
      </span>
      <VisuallyHidden>{t.squares(confirmed, held, wished)}</VisuallyHidden>
      <small aria-hidden="true">{t.ofWished(confirmed + held, wished)}</small>
    </span>
  );
}

function Dot({ percent, mean }: { percent: number | null; mean: number }) {
  if (percent === null) return null;
  return (
    <span className="share-line" aria-hidden="true" data-low={percent < mean / 2 || undefined}>
      <i className="share-mean" style={{ left: `${mean}%` }} />
      <i className="share-run" style={{ width: `${percent}%` }} />
      <i className="share-dot" style={{ left: `${percent}%` }} />
    </span>
  );
}
