import './home/home.css';
import { useQuery } from '@tanstack/react-query';
import { may } from '#shared/permission.ts';
import { memberTexts } from '#shared/requests/member-texts.ts';
import { neededAct } from '#shared/requests/progress.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { dayOf, daysBetween, formatDays, JAPAN } from '#shared/time.ts';
import { CheckBanner } from '../accounts/CheckBanner.tsx';
import { OpenCalls } from '../calls/OpenCalls.tsx';
import { StayChart } from '../delegations/StayChart.tsx';
import { delegationQuery } from '../delegations/use-delegation.ts';
import { inWords } from '../in-words.ts';
import { useActor } from '../layouts/use-account.ts';
import { useTitle } from '../layouts/use-title.ts';
import { paths } from '../paths.ts';
import { type Me, useMe, useNow, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Plus } from '../ui/icons.tsx';
import { ButtonLink, Link } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { ContactCard } from './home/ContactCard.tsx';
import { Deadlines } from './home/Deadlines.tsx';
import { NeededActions } from './home/NeededActions.tsx';
import { ProgressTable } from './home/ProgressTable.tsx';
import { ProofHint } from './home/ProofHint.tsx';
import { SignOffList } from './sign-off/SignOffList.tsx';
import { NextTasks } from './tasks/NextTasks.tsx';
import { eventQuery, myRequestsQuery } from './use-requests.ts';

/** A municipality's first screen: what it must do now, how far everything is, and what comes next. */
export function HomePage() {
  const t = useTexts(memberTexts).home;
  const shell = useTexts(shellTexts);
  useTitle(shell.nav.home);
  const me = useMe();
  if (!me) return <Skeleton />;
  if (!me.currentEvent) return <EmptyState title={t.noEvent} />;
  return <Home event={me.currentEvent} />;
}

function Home({ event }: { event: NonNullable<Me['currentEvent']> }) {
  const lang = useLang();
  const t = useTexts(memberTexts).home;
  const shell = useTexts(shellTexts);
  const actor = useActor();
  const memberName = useMe()?.account?.memberName;
  const mayWrite = actor ? may(actor, 'request.write') : false;
  const requests = useQuery(myRequestsQuery(event.slug, false));
  const details = useQuery(eventQuery(event.slug)).data;
  const delegation = useQuery({
    ...delegationQuery(event.slug, actor?.memberId ?? '', mayWrite),
    enabled: Boolean(actor?.memberId),
  }).data;
  const rows = requests.data ?? [];
  const create = mayWrite ? (
    <ButtonLink href={paths.newRequest()} look="primary">
      <Plus aria-hidden="true" />
      {t.newRequest}
    </ButtonLink>
  ) : null;
  if (requests.error && !requests.data) {
    const retry = <Button onClick={() => void requests.refetch()}>{shell.retry}</Button>;
    return (
      <Banner kind="error" action={retry}>
        {wordsOf(requests.error, shell)}
      </Banner>
    );
  }
  return (
    <div className="home">
      <header className="home-head">
        <div>
          <h1>{t.title(memberName ? inWords(memberName, lang) : '', event.shortName)}</h1>
          <p>{t.place(inWords(event.city, lang), formatDays(event.startsOn, event.endsOn, lang))}</p>
        </div>
        <Countdown event={event} />
        {create}
      </header>
      {requests.data ? (
        <div className="home-main">
          <CheckBanner />
          <ProofHint event={event.slug} />
          {actor && may(actor, 'sign-off.decide') ? <SignOffList /> : null}
          <NeededActions
            rows={rows.filter((row) => neededAct(row) !== null)}
            windows={details?.windows ?? []}
            nextDue={nextDue(rows)}
          />
          <NextTasks event={event.slug} />
          {rows.length > 0 ? (
            <ProgressTable rows={rows.filter((row) => row.state !== 'draft')} />
          ) : (
            <div className="card">
              <EmptyState title={t.none} action={create}>
                {t.noneBody}
              </EmptyState>
            </div>
          )}
        </div>
      ) : (
        <Skeleton onRetry={() => void requests.refetch()} />
      )}
      <aside className="home-side" aria-label={t.deadlines}>
        <OpenCalls event={event.slug} />
        <Deadlines deadlines={details?.deadlines ?? []} />
        <section aria-labelledby="home-stay">
          <div className="home-section-head">
            <h2 id="home-stay">{t.stay}</h2>
            <Link href={paths.delegation()}>{t.toDelegation}</Link>
          </div>
          {delegation && delegation.delegates.length > 0 ? (
            <StayChart delegates={delegation.delegates} event={event} />
          ) : (
            <p className="text-13 text-ink-3">{t.noStay}</p>
          )}
        </section>
        <ContactCard rows={rows} />
      </aside>
    </div>
  );
}

function nextDue(rows: readonly { dueAt: string | null }[]): string | null {
  return rows.flatMap(({ dueAt }) => (dueAt ? [dueAt] : [])).sort()[0] ?? null;
}

/** Days until the opening, in Japan's calendar. */
function Countdown({ event }: { event: { startsOn: string; endsOn: string } }) {
  const t = useTexts(memberTexts).home;
  const today = dayOf(useNow(), JAPAN);
  if (today > event.endsOn) return <p className="home-countdown">{t.over}</p>;
  if (today >= event.startsOn) return <p className="home-countdown">{t.onNow}</p>;
  const left = daysBetween(today, event.startsOn);
  return (
    <p className="home-countdown">
      <VisuallyHidden>{t.untilSpoken(left)}</VisuallyHidden>
      <span aria-hidden="true">
        {t.until}
        <b>{left}</b>
        {t.days}
      </span>
    </p>
  );
}
