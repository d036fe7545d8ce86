import { type FormEvent, type RefObject, useRef, useState } from 'react';
import type { DelegationView } from '#shared/delegations/contract.ts';
import type { EventView } from '#shared/events/contract.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import type { AnswerIssue } from '#shared/requests/kinds/define-kind.ts';
import { shownState } from '#shared/requests/shown-state.ts';
import { requestTexts } from '#shared/requests/texts.ts';
import { DONE_STEP } from '#shared/requests/wizard.ts';
import { wizardTexts } from '#shared/requests/wizard-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatStamp } from '#shared/time.ts';
import { call, Refused } from '../../api.ts';
import { inWords } from '../../in-words.ts';
import { useGo } from '../../navigation.ts';
import { paths } from '../../paths.ts';
import { useMe, useNow } from '../../query.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Link } from '../../ui/Link.tsx';
import { useForm } from '../../ui/use-form.ts';
import { Answers } from '../Answers.tsx';
import { peopleOf } from '../people-of.ts';
import { SignOffPart } from '../sign-off/SignOffPart.tsx';
import { keepRequest } from '../use-requests.ts';
import type { AnswerKeeper, KeeperState } from './answer-keeper.ts';

type CheckPageProps = {
  request: RequestView;
  event: EventView;
  delegation: DelegationView | null;
  keeper: AnswerKeeper;
  state: KeeperState;
  issues: readonly AnswerIssue[];
  heading: RefObject<HTMLHeadingElement | null>;
  onLeave: () => Promise<void>;
};

/** All answers before sending, each with a way back to its page; prints as an attachment for the office's own approval. */
export function CheckPage({ request, event, delegation, keeper, state, issues, heading, onLeave }: CheckPageProps) {
  const lang = useLang();
  const t = useTexts(wizardTexts);
  const shell = useTexts(shellTexts);
  const words = useTexts(requestWords);
  const go = useGo();
  const now = useNow();
  const byOffice = useMe()?.account?.memberId === null;
  const form = useForm(shell);
  const [agreed, setAgreed] = useState(false);
  const agreedBox = useRef('agreed');
  const { id, kind } = request;
  const isDraft = request.state === 'draft';
  const back = byOffice ? paths.deskRequest(id) : paths.request(id);
  const send = () =>
    form.send(agreed || !isDraft ? [] : [{ id: agreedBox.current, message: t.check.agreedMissing }], async (key) => {
      if (!(await keeper.flush())) return;
      if (!isDraft) return go(back);
      try {
        const { version } = keeper.get();
        keepRequest(
          await call('POST /api/requests/:id/submission', { params: { id }, ifMatch: version, idempotencyKey: key }),
        );
      } catch (error) {
        if (!(error instanceof Refused) || error.code !== 'changed-meanwhile') throw error;
        keeper.meet(await call('GET /api/requests/:id', { params: { id } }));
        throw error;
      }
      go(paths.editRequest(id, DONE_STEP), { replace: true });
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (issues.length === 0) void send();
    else document.getElementById('incomplete')?.focus();
  };
  const head = t.check.printHead(
    words.kindRequest[kind],
    inWords(request.member.name, lang),
    words.state[shownState(request)],
    formatStamp(now, lang),
  );
  return (
    <form onSubmit={submit} noValidate>
      <p className="print-head">{head}</p>
      <ErrorSummary errors={form.errors} />
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
      <h1 ref={heading} tabIndex={-1} className="wizard-title">
        {isDraft ? t.check.title : t.check.titleAgain}
      </h1>
      {issues.length > 0 ? <Incomplete {...{ request, issues }} /> : null}
      <Answers
        kind={kind}
        details={state.answers}
        context={{ lang, timeZone: event.timeZone, people: peopleOf(request, delegation) }}
        changeAt={(step) => paths.editRequest(id, step)}
      />
      <div className="mt-5 no-print">
        <Banner>{t.check.editLater}</Banner>
      </div>
      {isDraft ? (
        <SignOffPart
          request={request}
          ready={async () => ((await keeper.flush()) ? keeper.get().version : null)}
          error={form.errorOf('signOff')}
        />
      ) : null}
      {isDraft ? (
        <div className="mt-5 no-print">
          <Checkbox id="agreed" checked={agreed} onChecked={setAgreed} label={t.check.agreed} />
        </div>
      ) : null}
      <div className="wizard-actions no-print">
        <Button type="submit" look="primary" size={48} busy={form.busy} busyLabel={t.check.submitting}>
          {isDraft ? t.check.submit : t.check.saveAgain}
        </Button>
        <Button look="quiet" size={48} onClick={() => void onLeave()}>
          {t.later}
        </Button>
      </div>
    </form>
  );
}

/** What is still missing, with the way to each page it is missing on. */
function Incomplete({ request, issues }: { request: RequestView; issues: readonly AnswerIssue[] }) {
  const lang = useLang();
  const t = useTexts(wizardTexts);
  const names: Readonly<Record<string, string>> = useTexts(requestTexts).steps[request.kind];
  return (
    <div id="incomplete" tabIndex={-1} className="mt-4 no-print">
      <Banner kind="action">
        <b>{t.check.incomplete}</b>
        <ul className="mt-1">
          {issues.map(({ pointer, step, words }) => (
            <li key={`${pointer} ${words.en}`}>
              {names[step]} <Link href={`${paths.editRequest(request.id, step)}?show=errors`}>{words[lang]}</Link>
            </li>
          ))}
        </ul>
      </Banner>
    </div>
  );
}
