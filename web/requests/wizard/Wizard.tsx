import './wizard.css';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { DelegationView } from '#shared/delegations/contract.ts';
import type { EventView } from '#shared/events/contract.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import type { AnswerIssue } from '#shared/requests/kinds/define-kind.ts';
import { parseDetails } from '#shared/requests/kinds.ts';
import { requestTexts } from '#shared/requests/texts.ts';
import { CHECK_STEP, issuesOf, pagesOf } from '#shared/requests/wizard.ts';
import { wizardTexts } from '#shared/requests/wizard-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { callsQuery } from '../../calls/use-calls.ts';
import { useTitle } from '../../layouts/use-title.ts';
import { useGo, useSearchWords } from '../../navigation.ts';
import { paths } from '../../paths.ts';
import { useMe } from '../../query.ts';
import { useLang, useTexts } from '../../texts.ts';
import { useToast } from '../../ui/Toast.tsx';
import { callIssuesIn } from '../kinds/speaking/call-issues.ts';
import { CheckPage } from './CheckPage.tsx';
import { KeeperDialog } from './KeeperDialog.tsx';
import { StepPage } from './StepPage.tsx';
import { useAnswerKeeper } from './use-answer-keeper.ts';
import { WizardFrame } from './WizardFrame.tsx';

type WizardProps = { request: RequestView; event: EventView; delegation: DelegationView | null; step: string };

/** One request being written, one thing a page. What is typed is kept from the first letter on. */
export function Wizard({ request, event, delegation, step }: WizardProps) {
  const lang = useLang();
  const t = useTexts(wizardTexts);
  const names = useTexts(requestTexts).steps;
  const words = useTexts(requestWords);
  const go = useGo();
  const toast = useToast();
  const [search] = useSearchWords();
  const { kind, id } = request;
  const byOffice = useMe()?.account?.memberId === null;
  const keeper = useAnswerKeeper(request, step);
  const state = useSyncExternalStore(keeper.subscribe, keeper.get);
  const pages = pagesOf(kind);
  const place = pages.indexOf(step);
  const stepNames: Readonly<Record<string, string>> = { ...names[kind], [CHECK_STEP]: names.check };
  const nameOf = (page: string) => stepNames[page] ?? page;
  const { data: calls } = useQuery({ ...callsQuery(event.slug), enabled: kind === 'speaking' });
  const issuesNow = useCallback(
    (answers: unknown) => [...callIssuesIn(calls, answers), ...issuesOf(kind, answers)],
    [calls, kind],
  );
  const all = issuesNow(state.answers);
  const onPage = all.filter((issue) => issue.step === step);
  const [shown, setShown] = useState<readonly AnswerIssue[]>(() => (search.show === 'errors' ? onPage : []));
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(t.pageTitle(nameOf(step), place + 1, pages.length, words.kindRequest[kind]));

  const seen = useRef(step);
  useEffect(() => {
    keeper.atStep(step);
    if (seen.current === step) return;
    seen.current = step;
    void keeper.flush();
    const errors = search.show === 'errors' ? issuesNow(keeper.get().answers) : [];
    setShown(errors.filter((issue) => issue.step === step));
    scrollTo(0, 0);
    if (errors.length === 0) heading.current?.focus({ preventScroll: true });
  }, [step, keeper, issuesNow, search.show]);

  const next = async () => {
    setShown(onPage);
    const following = pages[place + 1];
    if (onPage.length > 0 || !following) return;
    keeper.atStep(following);
    if (await keeper.flush(true)) go(paths.editRequest(id, following));
  };
  const leave = async () => {
    if (!(await keeper.flush(true))) return;
    toast({ message: t.laterDone });
    const home = request.state === 'draft' ? paths.home() : paths.request(id);
    go(byOffice ? paths.deskRequest(id) : home);
  };
  const parsed = parseDetails(kind, state.answers);
  const details: unknown = parsed.success ? { ...parsed.data, ...state.answers } : state.answers;
  const frame = { request, event, pages, place, nameOf, state, keeper, issues: all };
  return (
    <WizardFrame {...frame}>
      {step === CHECK_STEP ? (
        <CheckPage {...{ request, event, delegation, keeper, state, issues: all, heading, onLeave: leave }} />
      ) : (
        <StepPage
          {...{ request, event, delegation, step, details, shown, heading }}
          change={keeper.change}
          busy={state.saving}
          onNext={next}
          onLeave={leave}
        />
      )}
      <KeeperDialog {...{ request, event, delegation, keeper, state, lang }} />
    </WizardFrame>
  );
}
