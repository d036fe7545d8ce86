import type { Actor } from '#shared/actor.ts';
import type { MeetingView } from '#shared/bilaterals/contract.ts';
import { stageOf } from '#shared/bilaterals/planner.ts';
import { whyNotArrangeMeeting, whyNotCancelMeeting, whyNotMove, whyNotOpen } from '#shared/bilaterals/policy.ts';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import { whyNot } from '#shared/permission.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import { DueChip, TurnLine } from '../ui/Turn.tsx';
import { useSending } from '../ui/use-sending.ts';
import { Appointment } from './Appointment.tsx';
import { useRefreshBilaterals } from './use-planner.ts';

type MeetingStepsProps = {
  actor: Actor;
  request: RequestView;
  meeting: MeetingView | null;
  who: string;
  now: Date;
  onApproach: () => void;
  onArrange: () => void;
  onCancelMeeting: () => void;
};

/** How far the meeting is, and the steps that can follow. */
export function MeetingSteps(props: MeetingStepsProps) {
  const { actor, request, meeting, who, now, onApproach, onArrange, onCancelMeeting } = props;
  const t = useTexts(bilateralTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const refresh = useRefreshBilaterals();
  const { busy, send, sentence } = useSending('meeting-state');
  const stopped = whyNot(actor, 'bilateral.arrange');
  const stage = stageOf({ state: request.state, meeting });
  const move = (to: 'approaching' | 'negotiating') =>
    meeting &&
    send(async () => {
      const { id, version } = meeting;
      await call('PUT /api/meetings/:id/state', { params: { id }, body: { state: to }, ifMatch: version });
      await refresh();
      toast({ message: t.moved(t.stage[to]) });
    });
  const timed = Boolean(meeting?.startsAt);
  return (
    <section className="planner-steps no-print" aria-label={t.progress}>
      <h2>{t.stage[stage]}</h2>
      <p className="planner-turn">
        {stage === 'closed' ? null : <TurnLine who={who} />}
        {request.dueAt ? <DueChip due={request.dueAt} now={now} /> : null}
      </p>
      {meeting && timed ? <Appointment meeting={meeting} /> : null}
      {sentence ? (
        <Banner
          kind="error"
          action={
            <Button size={30} onClick={() => void refresh()}>
              {shell.retry}
            </Button>
          }
        >
          {sentence}
        </Banner>
      ) : null}
      <div className="planner-buttons">
        {meeting ? (
          <>
            <Button
              look={timed ? 'secondary' : 'primary'}
              disabledReason={stopped ?? whyNotArrangeMeeting(actor, meeting, request)}
              onClick={onArrange}
            >
              {timed ? t.changeTime : t.setTime}
            </Button>
            {meeting.state === 'approaching' || meeting.state === 'negotiating' ? (
              <Button
                busy={busy}
                disabledReason={stopped ?? whyNotMove(actor, meeting, request)}
                onClick={() => void move(meeting.state === 'approaching' ? 'negotiating' : 'approaching')}
              >
                {meeting.state === 'approaching' ? t.toNegotiating : t.toApproaching}
              </Button>
            ) : null}
            <Button
              look="quiet"
              disabledReason={stopped ?? whyNotCancelMeeting(actor, meeting)}
              onClick={onCancelMeeting}
            >
              {t.cancelMeeting}
            </Button>
          </>
        ) : (
          <Button look="primary" disabledReason={stopped ?? whyNotOpen(actor, request)} onClick={onApproach}>
            {t.approach}
          </Button>
        )}
      </div>
    </section>
  );
}
