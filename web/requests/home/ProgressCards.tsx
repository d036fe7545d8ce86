import type { RequestRow } from '#shared/requests/contract.ts';
import { progressOf, toneOf } from '#shared/requests/progress.ts';
import { requestWords } from '#shared/requests/words.ts';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts.ts';
import { KindIcon } from '../../ui/icons.tsx';
import { LangText } from '../../ui/LangText.tsx';
import { Link } from '../../ui/Link.tsx';
import { StateAndTurn } from '../StateAndTurn.tsx';

/** The same as the table, one card a request, for phones. */
export function ProgressCards({ rows }: { rows: readonly RequestRow[] }) {
  const words = useTexts(requestWords);
  return (
    <ul className="progress-cards phone-only">
      {rows.map((row) => (
        <li key={row.id}>
          <p className="progress-card-kind">
            <KindIcon kind={row.kind} width={15} height={15} />
            {words.kind[row.kind]}
            <span>{row.reference}</span>
          </p>
          <Link href={paths.request(row.id)}>
            <LangText text={row.title} />
          </Link>
          <div className="progress-card-state">
            <span className="progress-bars" aria-hidden="true">
              {progressOf(row).map(({ step, state }) => (
                <i key={step} data-state={state} data-tone={toneOf(row)} />
              ))}
            </span>
            <StateAndTurn row={row} />
          </div>
        </li>
      ))}
    </ul>
  );
}
