import './answers.css';
import type { RequestKind } from '#shared/requests/kind-names.ts';
import type { SummaryContext, SummaryLine } from '#shared/requests/summaries/shape.ts';
import { summaryOf } from '#shared/requests/summary.ts';
import { wizardTexts } from '#shared/requests/wizard-texts.ts';
import { useTexts } from '../texts.ts';
import { Link } from '../ui/Link.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

type AnswersProps = {
  kind: RequestKind;
  details: unknown;
  context: SummaryContext;
  /** Where an answer is changed, by its page of the wizard; without it there are no links. */
  changeAt?: (step: string) => string;
};

const numbered = (line: SummaryLine, place: number) => ({ line, place });

/** The answers of a request, page by page: for checking, for the request page and for print. */
export function Answers({ kind, details, context, changeAt }: AnswersProps) {
  const t = useTexts(wizardTexts);
  return summaryOf(kind, details, context).map(({ step, title, rows }) => (
    <section key={step} className="answers">
      <h2>{title}</h2>
      <dl>
        {rows.map(({ key, label, lines }) => (
          <div key={key} data-change={changeAt ? true : undefined}>
            <dt>{label}</dt>
            <dd>
              {lines.map(numbered).map(({ line, place }) => (
                <span key={place} data-small={line.small} lang={line.lang}>
                  <PlainText text={line.text} />
                </span>
              ))}
            </dd>
            {changeAt ? (
              <dd className="answers-change no-print">
                <Link href={changeAt(step)}>
                  {t.change}
                  <VisuallyHidden>{`: ${label}`}</VisuallyHidden>
                </Link>
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </section>
  ));
}
