import type { RequestRow } from '#shared/requests/contract.ts';
import { REQUEST_KINDS } from '#shared/requests/kind-names.ts';
import { memberTexts } from '#shared/requests/member-texts.ts';
import { PROGRESS_STEPS, progressOf, toneOf } from '#shared/requests/progress.ts';
import { shownState } from '#shared/requests/shown-state.ts';
import { requestWords } from '#shared/requests/words.ts';
import { formatShortDay } from '#shared/time.ts';
import { paths } from '../../paths.ts';
import { useLang, useTexts } from '../../texts.ts';
import { KindIcon } from '../../ui/icons.tsx';
import { LangText } from '../../ui/LangText.tsx';
import { Link } from '../../ui/Link.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { StateAndTurn } from '../StateAndTurn.tsx';
import { ProgressCards } from './ProgressCards.tsx';

/** How far every open request is, grouped by kind: a table on wide screens, cards on phones. */
export function ProgressTable({ rows }: { rows: readonly RequestRow[] }) {
  const t = useTexts(memberTexts).home;
  const words = useTexts(requestWords);
  if (rows.length === 0) return null;
  const groups = REQUEST_KINDS.map((kind) => rows.filter((row) => row.kind === kind)).filter(
    (group) => group.length > 0,
  );
  return (
    <section aria-labelledby="progress">
      <div className="home-section-head">
        <h2 id="progress">
          {t.progress}
          <span className="ml-2 text-13 font-normal text-ink-3">{t.count(rows.length)}</span>
        </h2>
        <Link href={paths.requests()}>{t.all}</Link>
      </div>
      <ProgressCards rows={rows} />
      <table className="progress-table wide-only">
        <thead>
          <tr>
            <th scope="col">{t.kind}</th>
            <th scope="col" data-start>
              {t.request}
            </th>
            {PROGRESS_STEPS.map((step) => (
              <th key={step} scope="col">
                {t.steps[step]}
              </th>
            ))}
            <th scope="col" data-start>
              {t.state}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.flatMap((group) =>
            group.map((row, index) => (
              <tr key={row.id} data-first={index === 0 || undefined}>
                {index === 0 ? (
                  <th scope="rowgroup" rowSpan={group.length} className="progress-kind">
                    <KindIcon kind={row.kind} width={22} height={22} />
                    <b>{words.kind[row.kind]}</b>
                    <span>{t.count(group.length)}</span>
                  </th>
                ) : null}
                <td className="progress-what">
                  <Link href={paths.request(row.id)}>
                    <LangText text={row.title} />
                  </Link>
                  <span>{row.reference}</span>
                </td>
                <StepCells row={row} />
                <td className="progress-state">
                  <StateAndTurn row={row} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}

function StepCells({ row }: { row: RequestRow }) {
  const lang = useLang();
  const t = useTexts(memberTexts).home;
  const words = useTexts(requestWords);
  const spoken = { done: t.stepDone, current: t.stepNow, todo: t.stepTodo };
  const shown = shownState(row);
  // A request just received has its word at the first step already.
  const currentWords = row.stage ? words.stage[row.stage] : shown === 'received' ? null : words.state[shown];
  return progressOf(row).map(({ step, state }, index) => (
    <td key={step} className="progress-step" data-state={state} data-tone={toneOf(row)}>
      <i aria-hidden="true" />
      <span>
        {index === 0 && row.submittedAt ? formatShortDay(row.submittedAt, lang) : null}
        {state === 'current' ? currentWords : null}
        <VisuallyHidden>{spoken[state]}</VisuallyHidden>
      </span>
    </td>
  ));
}
