import type { ReactNode } from 'react';
import type { EventView } from '#shared/events/contract.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import type { AnswerIssue } from '#shared/requests/kinds/define-kind.ts';
import { wizardTexts } from '#shared/requests/wizard-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatTime, JAPAN } from '#shared/time.ts';
import { Refused } from '../../api.ts';
import { inWords } from '../../in-words.ts';
import { paths } from '../../paths.ts';
import { useMe } from '../../query.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Chip.tsx';
import { ArrowLeft, Check } from '../../ui/icons.tsx';
import { Link } from '../../ui/Link.tsx';
import type { AnswerKeeper, KeeperState } from './answer-keeper.ts';
import { StepRail } from './StepRail.tsx';
import { WindowNotice } from './WindowNotice.tsx';
import { WizardHelp } from './WizardHelp.tsx';

type WizardFrameProps = {
  request: RequestView;
  event: EventView;
  pages: readonly string[];
  place: number;
  nameOf: (page: string) => string;
  state: KeeperState;
  keeper: AnswerKeeper;
  issues: readonly AnswerIssue[];
  children: ReactNode;
};

/** Way back and saved mark above, steps at the left, help at the right, the page between them. */
export function WizardFrame(props: WizardFrameProps) {
  const { request, event, pages, place, nameOf, state, keeper, issues, children } = props;
  const lang = useLang();
  const t = useTexts(wizardTexts);
  const words = useTexts(requestWords);
  const byOffice = useMe()?.account?.memberId === null;
  const before = pages[place - 1];
  const member = inWords(request.member.name, lang);
  const start = request.state === 'draft' && !byOffice ? paths.newRequest() : requestPath(request, byOffice);
  const startWords = request.state === 'draft' && !byOffice ? t.backToKinds : t.backToRequest;
  return (
    <div className="wizard">
      <div className="wizard-back no-print">
        <Link href={before ? paths.editRequest(request.id, before) : start}>
          <ArrowLeft size={15} aria-hidden="true" />
          {before ? t.backTo(nameOf(before)) : startWords}
        </Link>
        <SavedMark state={state} />
      </div>
      <div className="wizard-rail no-print">
        <p className="text-13 text-ink-3">{words.kindRequest[request.kind]}</p>
        <p className="mb-4 text-16 font-bold">{byOffice ? <Tag tone="warn">{t.onBehalf(member)}</Tag> : member}</p>
        <StepRail {...{ request, pages, place, nameOf, issues }} />
      </div>
      <div className="wizard-page">
        <div className="wizard-bars no-print">
          {byOffice ? (
            <p className="mb-2">
              <Tag tone="warn">{t.onBehalf(member)}</Tag>
            </p>
          ) : null}
          <p>
            <b>{t.current(place + 1, nameOf(pages[place] ?? ''))}</b>
            <span>{t.ofAll(pages.length)}</span>
          </p>
          <span aria-hidden="true">
            {pages.map((page, index) => (
              <i key={page} data-done={index < place || undefined} data-current={index === place || undefined} />
            ))}
          </span>
        </div>
        {state.failure ? <NotSaved failure={state.failure} onRetry={() => void keeper.flush(true)} /> : null}
        <WindowNotice request={request} event={event} />
        {children}
      </div>
      <WizardHelp request={request} step={pages[place] ?? ''} />
    </div>
  );
}

function requestPath(request: RequestView, byOffice: boolean): string {
  return byOffice ? paths.deskRequest(request.id) : paths.request(request.id);
}

function SavedMark({ state }: { state: KeeperState }) {
  const shell = useTexts(shellTexts);
  return (
    <span className="wizard-saved" role="status">
      {state.saving ? shell.saving : null}
      {!state.saving && state.savedAt && !state.failure ? (
        <>
          <Check size={15} aria-hidden="true" />
          {shell.saved(formatTime(state.savedAt, JAPAN))}
        </>
      ) : null}
    </span>
  );
}

/** A failed saving is said in its place and never stops the typing. */
function NotSaved({ failure, onRetry }: { failure: unknown; onRetry: () => void }) {
  const t = useTexts(wizardTexts);
  const shell = useTexts(shellTexts);
  const refused = failure instanceof Refused;
  const fields = refused ? (failure.body.errors ?? []) : [];
  return (
    <div className="mb-5">
      <Banner kind={refused ? 'error' : 'offline'} action={<Button onClick={onRetry}>{shell.retry}</Button>}>
        {refused ? t.notSaved : t.notSavedOffline}
        {refused && failure.body.detail ? <span className="block">{failure.body.detail}</span> : null}
        {fields.map(({ pointer, detail }) => (
          <span key={pointer} className="block">
            {detail}
          </span>
        ))}
      </Banner>
    </div>
  );
}
