import type { FormEvent, RefObject } from 'react';
import type { DelegationView } from '#shared/delegations/contract.ts';
import type { EventView } from '#shared/events/contract.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import type { AnswerIssue } from '#shared/requests/kinds/define-kind.ts';
import { wizardTexts } from '#shared/requests/wizard-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { controlId } from '../../ui/use-form.ts';
import { pageOf, wordsOfPage } from '../kinds/pages.ts';

type StepPageProps = {
  request: RequestView;
  event: EventView;
  delegation: DelegationView | null;
  step: string;
  details: unknown;
  /** The issues found when going on was last tried. */
  shown: readonly AnswerIssue[];
  heading: RefObject<HTMLHeadingElement | null>;
  change: (patch: Record<string, unknown>) => void;
  busy: boolean;
  onNext: () => Promise<void>;
  onLeave: () => Promise<void>;
};

const PREFIX = 'answer';

/** One page of questions: what is missing on it is said when going on, and never on the way. */
export function StepPage(props: StepPageProps) {
  const { request, event, delegation, step, details, shown, heading, change, busy, onNext, onLeave } = props;
  const lang = useLang();
  const t = useTexts(wizardTexts);
  const shell = useTexts(shellTexts);
  const words = wordsOfPage(request.kind, step, lang);
  const Page = pageOf(request.kind, step);
  const errors = shown.map(({ pointer, words: both }) => ({ id: controlId(pointer, PREFIX), message: both[lang] }));
  const at = (pointer: string) => {
    const id = controlId(pointer, PREFIX);
    return { id, error: errors.find((one) => one.id === id)?.message };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onNext();
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      <h1 ref={heading} tabIndex={-1} className="wizard-title">
        {words?.title}
      </h1>
      <p className="wizard-lead">{words?.lead}</p>
      <div className="grid gap-6">
        {Page ? (
          <Page {...{ details, at, event, delegation }} change={(patch) => change({ ...(patch as object) })} />
        ) : null}
      </div>
      <div className="wizard-actions">
        <Button type="submit" look="primary" size={48} busy={busy} busyLabel={shell.saving}>
          {t.next}
        </Button>
        <Button look="quiet" size={48} onClick={() => void onLeave()}>
          {t.later}
        </Button>
      </div>
    </form>
  );
}
