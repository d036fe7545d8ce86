import type { RequestView } from '#shared/requests/contract.ts';
import type { AnswerIssue } from '#shared/requests/kinds/define-kind.ts';
import { pagesOf } from '#shared/requests/wizard.ts';
import { wizardTexts } from '#shared/requests/wizard-texts.ts';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts.ts';
import { Check } from '../../ui/icons.tsx';
import { Link } from '../../ui/Link.tsx';

type StepRailProps = {
  request: RequestView;
  pages: readonly string[];
  place: number;
  nameOf: (page: string) => string;
  issues: readonly AnswerIssue[];
};

/** The steps: a tick where nothing is missing, a link to every page that has been reached. */
export function StepRail({ request, pages, place, nameOf, issues }: StepRailProps) {
  const t = useTexts(wizardTexts);
  const saved = pagesOf(request.kind).indexOf(request.step);
  const reached = request.state === 'draft' ? Math.max(place, saved) : pages.length - 1;
  return (
    <nav aria-label={t.steps}>
      <ol className="step-rail">
        {pages.map((page, index) => {
          const done = index < reached && index !== place && !issues.some((issue) => issue.step === page);
          const state = index === place ? 'current' : done ? 'done' : 'todo';
          return (
            <li key={page} data-state={state} aria-current={index === place ? 'step' : undefined}>
              <span className="step-number">{done ? <Check size={15} aria-hidden="true" /> : index + 1}</span>
              <span className="step-name">
                {index !== place && index <= reached ? (
                  <Link href={paths.editRequest(request.id, page)}>{nameOf(page)}</Link>
                ) : (
                  nameOf(page)
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
