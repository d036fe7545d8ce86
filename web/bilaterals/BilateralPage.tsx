import './bilaterals.css';
import { useState } from 'react';
import type { Actor } from '#shared/actor.ts';
import type { Candidate } from '#shared/bilaterals/candidates.ts';
import type { MeetingView, PlannerView } from '#shared/bilaterals/contract.ts';
import { whyNotArrangeMeeting } from '#shared/bilaterals/policy.ts';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import { may, whyNot } from '#shared/permission.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { BilateralDetails } from '#shared/requests/kinds/bilateral.ts';
import { requestWords } from '#shared/requests/words.ts';
import { inWords } from '../in-words.ts';
import { DeskPage } from '../layouts/DeskPage.tsx';
import { useActor } from '../layouts/use-account.ts';
import { usePathParam } from '../navigation.ts';
import { paths } from '../paths.ts';
import { useNow, wordsOf } from '../query.ts';
import { stateWords, turnName } from '../requests/desk/row-words.ts';
import { useRequest } from '../requests/desk/use-request.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ChevronLeft, Printer } from '../ui/icons.tsx';
import { ButtonLink, Link } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StatusPill } from '../ui/StatusPill.tsx';
import { ApproachDialog } from './ApproachDialog.tsx';
import { ArrangeDialog } from './ArrangeDialog.tsx';
import { CancelMeetingDialog } from './CancelMeetingDialog.tsx';
import { CandidateList } from './CandidateList.tsx';
import { MeetingSheet } from './MeetingSheet.tsx';
import { MeetingSteps } from './MeetingSteps.tsx';
import { PlannerFacts } from './PlannerFacts.tsx';
import { PlannerLanes } from './PlannerLanes.tsx';
import { useParty } from './use-party.ts';
import { useMeetingOf, usePlanner } from './use-planner.ts';

/** One request for a meeting: who, when, where, and how far the counterpart is. */
export function BilateralPage() {
  const t = useTexts(bilateralTexts);
  const lang = useLang();
  const actor = useActor();
  const id = usePathParam('id');
  const mayArrange = actor !== null && may(actor, 'bilateral.arrange');
  const request = useRequest(id);
  const planner = usePlanner(id, mayArrange);
  const only = useMeetingOf(id, actor !== null && !mayArrange);
  const meeting = planner.data?.row.meeting ?? only.data?.meeting ?? null;
  const error = request.error ?? planner.error ?? only.error;
  const parsed = BilateralDetails.safeParse(request.data?.details ?? {});
  const details = parsed.success ? parsed.data : BilateralDetails.parse({});
  const title = request.data
    ? t.pair(
        inWords(request.data.member.name, lang),
        meeting ? inWords(meeting.counterpart.name, lang) : details.counterpartName,
      )
    : t.title;
  const ready = request.data && actor && (mayArrange ? planner.data : only.data);
  const again = (
    <Button size={30} onClick={() => void Promise.all([request.refetch(), planner.refetch()])}>
      {t.retry}
    </Button>
  );
  return (
    <DeskPage
      back={
        <Link className="planner-back no-print" href={paths.bilaterals()}>
          <ChevronLeft size={16} aria-hidden="true" />
          <span>{t.back}</span>
        </Link>
      }
      title={title}
      subtitle={request.data ? <Standing request={request.data} /> : ''}
      body="bare"
      actions={
        <>
          <ButtonLink className="wide-only" href={paths.deskRequest(id)} size={30}>
            {t.openRequest}
          </ButtonLink>
          <Button className="wide-only" size={30} onClick={() => window.print()}>
            <Printer aria-hidden="true" />
            {t.print}
          </Button>
        </>
      }
    >
      {error && !ready ? (
        <Banner kind="error" action={again}>
          {wordsOf(error, { offline: t.loadFailed, broken: t.loadFailed })}
        </Banner>
      ) : null}
      {!ready && !error ? <Skeleton rows={8} /> : null}
      {request.data && actor && ready ? (
        <Planner
          actor={actor}
          request={request.data}
          details={details}
          meeting={meeting}
          planner={planner.data ?? null}
        />
      ) : null}
    </DeskPage>
  );
}

function Standing({ request }: { request: RequestView }) {
  const lang = useLang();
  return (
    <span className="planner-standing">
      <StatusPill {...stateWords(request, lang)} /> {request.reference}
    </span>
  );
}

type PlannerProps = {
  actor: Actor;
  request: RequestView;
  details: BilateralDetails;
  meeting: MeetingView | null;
  planner: PlannerView | null;
};
type Open = 'approach' | 'cancel' | { candidate: Candidate | null } | null;

function Planner({ actor, request, details, meeting, planner }: PlannerProps) {
  const t = useTexts(bilateralTexts);
  const words = useTexts(requestWords);
  const lang = useLang();
  const now = useNow();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const stopped =
    whyNot(actor, 'bilateral.arrange') ?? (meeting ? whyNotArrangeMeeting(actor, meeting, request) : t.approachFirst);
  const facts = { request, details, meeting, now, delegates: planner?.delegates ?? [] };
  return (
    <div className="planner">
      <div className="planner-brief phone-only no-print">
        <Standing request={request} />
        <p>
          {details.topics} {words.minutes(details.minutes)}
        </p>
        <Link className="planner-open" href={paths.deskRequest(request.id)}>
          {t.openRequest}
        </Link>
      </div>
      <PlannerFacts {...facts} />
      <MeetingSteps
        actor={actor}
        request={request}
        meeting={meeting}
        who={turnName(request, lang)}
        now={now}
        onApproach={() => setOpen('approach')}
        onArrange={() => setOpen({ candidate: null })}
        onCancelMeeting={() => setOpen('cancel')}
      />
      {planner ? (
        <Times
          planner={planner}
          minutes={details.minutes}
          stopped={stopped}
          onChoose={(candidate) => setOpen({ candidate })}
        />
      ) : null}
      <MeetingSheet {...facts} />
      {open === 'approach' ? <ApproachDialog request={request} details={details} onClose={close} /> : null}
      {open === 'cancel' && meeting ? <CancelMeetingDialog meeting={meeting} onClose={close} /> : null}
      {open !== null && typeof open === 'object' && planner && meeting ? (
        <ArrangeDialog
          planner={planner}
          meeting={meeting}
          details={details}
          candidate={open.candidate}
          onClose={close}
        />
      ) : null}
    </div>
  );
}

type TimesProps = {
  planner: PlannerView;
  minutes: number;
  stopped: string | null;
  onChoose: (candidate: Candidate | null) => void;
};

function Times({ planner, minutes, stopped, onChoose }: TimesProps) {
  const party = useParty(planner, minutes);
  return (
    <>
      <PlannerLanes planner={planner} party={party} minutes={minutes} onChoose={stopped ? null : onChoose} />
      <CandidateList
        planner={planner}
        found={party.found}
        wished={party.wished}
        stopped={stopped}
        onChoose={onChoose}
      />
    </>
  );
}
