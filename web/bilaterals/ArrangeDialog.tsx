import { useState } from 'react';
import type { Candidate } from '#shared/bilaterals/candidates.ts';
import type { MeetingView, PlannerView } from '#shared/bilaterals/contract.ts';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import type { BilateralDetails } from '#shared/requests/kinds/bilateral.ts';
import { requestWords } from '#shared/requests/words.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDateTime } from '#shared/time.ts';
import { call, Refused } from '../api.ts';
import { inWords } from '../in-words.ts';
import { OrganisationDialog } from '../organisations/OrganisationDialog.tsx';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ConflictDialog } from '../ui/ConflictDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { ArrangeFields } from './ArrangeFields.tsx';
import { arrangementOf, beginArrange, spanOfInput } from './arrange-input.ts';
import { differencesOf } from './differences.ts';
import { EngagedThen, useEngagedThen } from './EngagedThen.tsx';
import { useRefreshBilaterals } from './use-planner.ts';

type ArrangeDialogProps = {
  planner: PlannerView;
  meeting: MeetingView;
  details: BilateralDetails;
  candidate: Candidate | null;
  onClose: () => void;
};

/** Sets the time, the place and the people of a meeting; asks for the reason when somebody is promised elsewhere. */
export function ArrangeDialog({ planner, meeting, details, candidate, onClose }: ArrangeDialogProps) {
  const t = useTexts(bilateralTexts);
  const shell = useTexts(shellTexts);
  const words = useTexts(requestWords);
  const lang = useLang();
  const toast = useToast();
  const refresh = useRefreshBilaterals();
  const { busy, send, sentence, at, id, error, mends, stale, clear } = useSending('arrange');
  const interpreting = details.interpreter === 'none' ? '' : words.interpreter[details.interpreter];
  const [input, setInput] = useState(() => beginArrange(planner, meeting, details, candidate, interpreting));
  const [adding, setAdding] = useState(false);
  const [round, setRound] = useState(0);
  const [unclear, setUnclear] = useState(false);
  const zone = planner.timeZone;
  const span = spanOfInput(input, zone);
  const engaged = useEngagedThen(planner, input, span);
  const clash = error instanceof Refused && error.code === 'clash' ? error.body.detail : null;
  const asksReason = clash !== null || engaged.promised.length > 0;
  const pair = t.pair(inWords(meeting.member.name, lang), inWords(input.counterpart.name, lang));
  const submit = async (version = meeting.version) => {
    setUnclear(span === null);
    if (!span) return;
    await send(async () => {
      await call('PUT /api/meetings/:id/arrangement', {
        params: { id: meeting.id },
        body: arrangementOf(input, span),
        ifMatch: version,
      });
      await refresh();
      toast({ message: t.savedDone(formatDateTime(span.startsAt, lang, zone)) });
      onClose();
    });
  };
  const current = stale as MeetingView | undefined;
  if (current) {
    return (
      <ConflictDialog
        open
        differences={differencesOf(input, span, current, planner, lang)}
        onKeepMine={() => void submit(current.version)}
        onTakeTheirs={() => void refresh().then(onClose)}
        onClose={clear}
      />
    );
  }
  return (
    <>
      <Dialog open onClose={onClose} title={t.arrangeTitle(pair)} wide>
        <form
          className="mt-2 grid gap-4"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <ErrorSummary errors={mends} />
          <ArrangeFields
            key={round}
            planner={planner}
            input={input}
            span={span}
            onInput={(change) => setInput((before) => ({ ...before, ...change }))}
            at={(pointer) => at(pointer) ?? (pointer === '/startsAt' && unclear && !span ? t.timeUnclear : null)}
            id={id}
            onAdd={() => setAdding(true)}
          />
          <EngagedThen planner={planner} engaged={engaged} />
          {clash ? <Banner kind="action">{clash}</Banner> : sentence ? <Banner kind="error">{sentence}</Banner> : null}
          {asksReason ? (
            <TextInput
              label={t.override}
              hint={t.overrideHint}
              id={id('/override')}
              error={at('/override')}
              value={input.override}
              onValue={(override) => setInput({ ...input, override })}
              limit={200}
            />
          ) : null}
          <div className="dialog-actions">
            <Button onClick={onClose}>{shell.cancel}</Button>
            <Button look="primary" type="submit" busy={busy} busyLabel={t.saving}>
              {asksReason ? t.saveAnyway : t.save}
            </Button>
          </div>
        </form>
      </Dialog>
      {adding ? (
        <OrganisationDialog
          organisation={null}
          onAdded={(counterpart) => {
            setInput((before) => ({ ...before, counterpart }));
            setRound(round + 1);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  );
}
