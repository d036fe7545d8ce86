import './page/request-page.css';
import { useQuery } from '@tanstack/react-query';
import type { RequestView } from '#shared/requests/contract.ts';
import { memberTexts } from '#shared/requests/member-texts.ts';
import { shownState } from '#shared/requests/shown-state.ts';
import { wizardTexts } from '#shared/requests/wizard-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDeadline, formatStamp } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useTitle } from '../layouts/use-title.ts';
import { usePathParam } from '../navigation.ts';
import { paths } from '../paths.ts';
import { useNow, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { ArrowLeft, KindIcon } from '../ui/icons.tsx';
import { LangText } from '../ui/LangText.tsx';
import { Link } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StatusPill } from '../ui/StatusPill.tsx';
import { DueChip } from '../ui/Turn.tsx';
import { Answers } from './Answers.tsx';
import { AnswerBox } from './page/AnswerBox.tsx';
import { Conversation } from './page/Conversation.tsx';
import { Fulfilment } from './page/Fulfilment.tsx';
import { RequestActions } from './page/RequestActions.tsx';
import { RequestHistory } from './page/RequestHistory.tsx';
import { SignOffSection } from './sign-off/SignOffFacts.tsx';
import { requestQuery } from './use-requests.ts';

/** A municipality's view of one request: whose turn it is, the answer to give, what was asked, said and settled. */
export function RequestPage() {
  const id = usePathParam('id');
  const shell = useTexts(shellTexts);
  const query = useQuery({ ...requestQuery(id), refetchInterval: 30_000 });
  if (query.error && !query.data) {
    return (
      <Banner kind="error" action={<Button onClick={() => void query.refetch()}>{shell.retry}</Button>}>
        {wordsOf(query.error, shell)}
      </Banner>
    );
  }
  if (!query.data) return <Skeleton onRetry={() => void query.refetch()} />;
  return <Shown request={query.data} />;
}

function Shown({ request }: { request: RequestView }) {
  const lang = useLang();
  const t = useTexts(memberTexts).page;
  const words = useTexts(requestWords);
  const title = inWords(request.title, lang) || words.untitled[request.kind];
  useTitle(request.reference ? `${request.reference} ${title}` : title);
  return (
    <article className="request-page">
      <p className="request-back no-print">
        <Link href={paths.requests()}>
          <ArrowLeft size={15} aria-hidden="true" />
          {t.back}
        </Link>
      </p>
      <PrintHead request={request} />
      <div className="request-main">
        <header>
          <p className="request-kind">
            <KindIcon kind={request.kind} width={16} height={16} />
            {words.kind[request.kind]}
            <span>{request.reference}</span>
            {request.late ? <Tag tone="late">{t.late}</Tag> : null}
          </p>
          <h1>{request.title.ja || request.title.en ? <LangText text={request.title} /> : title}</h1>
        </header>
        <AnswerBox request={request} />
        <Fulfilment request={request} />
        <section>
          <h2 className="request-part-title">{t.content}</h2>
          <Answers
            kind={request.kind}
            details={request.details}
            context={{ lang, timeZone: request.event.timeZone, people: request.delegates }}
          />
        </section>
        <Conversation request={request} />
        <RequestHistory id={request.id} />
      </div>
      <Standing request={request} />
    </article>
  );
}

/** State, whose turn, by when, and what can be done; beside the content. */
function Standing({ request }: { request: RequestView }) {
  const lang = useLang();
  const t = useTexts(memberTexts).page;
  const words = useTexts(requestWords);
  const now = useNow();
  const shown = shownState(request);
  const who = request.turn === 'member' ? inWords(request.member.name, lang) : words.turn[request.turn];
  return (
    <aside className="request-side" aria-label={words.state[shown]}>
      <div className="card">
        <p>
          <StatusPill state={shown} label={words.state[shown]} />
          {request.stage ? <span className="ml-2 text-13 text-ink-2">{words.stage[request.stage]}</span> : null}
        </p>
        <p className="text-13h text-ink-2">{words.stateNote[shown]}</p>
        {request.turn === 'none' ? null : (
          <p>
            <b>{t.turn(who)}</b>
            {request.dueAt ? (
              <span className="block">
                {t.due(formatDeadline(request.dueAt, lang))} <DueChip due={request.dueAt} now={now} />
              </span>
            ) : null}
          </p>
        )}
        {request.waitlist ? (
          <p>
            <b>{t.waitlist(request.waitlist.position, request.waitlist.of)}</b>
            <span className="block text-13 text-ink-3">{t.waitlistRule}</span>
          </p>
        ) : null}
        <p className="text-13 text-ink-3">
          {t.owner} {request.owner?.name ?? t.office}
          {request.filedForBy ? <span className="block">{t.filedFor(request.filedForBy)}</span> : null}
        </p>
        <SignOffSection request={request} />
        <RequestActions request={request} />
      </div>
    </aside>
  );
}

function PrintHead({ request }: { request: RequestView }) {
  const lang = useLang();
  const t = useTexts(wizardTexts).check;
  const words = useTexts(requestWords);
  const now = useNow();
  return (
    <p className="request-print-head">
      {t.printHead(
        [words.kindRequest[request.kind], request.reference].filter(Boolean).join(' '),
        inWords(request.member.name, lang),
        words.state[shownState(request)],
        formatStamp(now, lang),
      )}
    </p>
  );
}
