import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PassBoard } from '#shared/passes/contract.ts';
import { passTexts } from '#shared/passes/texts.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import type { PassDetails } from '#shared/requests/kinds/pass.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatShortDay } from '#shared/time.ts';
import { call, newIdempotencyKey } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useMe } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { AllotRow } from './AllotRow.tsx';
import { linesFor, placesOf, shortfallOf } from './allot-lines.ts';
import { useRefreshPasses } from './use-board.ts';

type AllotDialogProps = { requestId: string; board: PassBoard; onClose: () => void };

/** Gives places to the people of one request. */
export function AllotDialog({ requestId, board, onClose }: AllotDialogProps) {
  const t = useTexts(passTexts);
  const lang = useLang();
  const event = useMe()?.currentEvent;
  const { data: request, refetch } = useQuery({
    queryKey: ['requests', 'one', requestId, 'allot'],
    queryFn: ({ signal }) => call('GET /api/requests/:id', { params: { id: requestId }, signal }),
  });
  const title = request ? t.allotTitle(request.reference ?? '', inWords(request.member.name, lang)) : t.allot;
  return (
    <Dialog open onClose={onClose} title={title} wide>
      {request && event ? (
        <AllotForm
          request={request}
          board={board}
          event={{ from: event.startsOn, to: event.endsOn }}
          onClose={onClose}
          onStale={() => void refetch()}
        />
      ) : (
        <Skeleton rows={4} />
      )}
    </Dialog>
  );
}

type AllotFormProps = {
  request: RequestView;
  board: PassBoard;
  event: { from: string; to: string };
  onClose: () => void;
  onStale: () => void;
};

function AllotForm({ request, board, event, onClose, onStale }: AllotFormProps) {
  const t = useTexts(passTexts);
  const shell = useTexts(shellTexts);
  const lang = useLang();
  const toast = useToast();
  const refresh = useRefreshPasses();
  const details = request.details as PassDetails;
  const [lines, setLines] = useState(() => linesFor(details, board, event));
  const [nobody, setNobody] = useState(false);
  const { busy, send, sentence, stale } = useSending('allot');
  const key = useRef(newIdempotencyKey());
  const places = placesOf(lines);
  const short = board.pools.flatMap((pool) => {
    const lack = shortfallOf(pool, lines);
    return lack ? [t.full(inWords(pool.name, lang), formatShortDay(lack.day, lang), lack.short)] : [];
  });

  const submit = async () => {
    setNobody(places.length === 0);
    if (places.length === 0) return;
    await send(async () => {
      const { id } = request;
      const approved =
        request.state === 'approved' || request.state === 'fulfilled'
          ? request
          : await call('POST /api/requests/:id/approval', { params: { id }, ifMatch: request.version });
      await call('POST /api/requests/:id/passes', {
        params: { id },
        body: { places },
        ifMatch: approved.version,
        idempotencyKey: key.current,
      });
      await refresh();
      toast({ message: t.done(request.reference ?? '', places.length) });
      onClose();
    });
    // A refusal leaves everything as typed; another try is another attempt.
    key.current = newIdempotencyKey();
  };

  return (
    <form
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void submit();
      }}
    >
      <p className="mt-1 text-14 text-ink-2">{t.allotLead}</p>
      {details.minimumParty > 1 ? <p className="mt-1 text-14">{t.minimum(details.minimumParty)}</p> : null}
      {sentence ? (
        <Banner
          kind="error"
          action={
            stale ? (
              <Button size={30} onClick={onStale}>
                {shell.retry}
              </Button>
            ) : null
          }
        >
          {sentence}
        </Banner>
      ) : null}
      {nobody ? <Banner kind="error">{t.nobodyChosen}</Banner> : null}
      {short.map((words) => (
        <Banner key={words} kind="action">
          {words}
        </Banner>
      ))}
      <ul className="allot-lines">
        {lines.map((line) => (
          <AllotRow
            key={line.key}
            line={line}
            person={request.delegates.find((one) => one.id === line.delegateId)}
            pools={board.pools}
            onLine={(change) =>
              setLines((all) => all.map((one) => (one.key === line.key ? { ...one, ...change } : one)))
            }
          />
        ))}
      </ul>
      <div className="dialog-actions">
        <Button onClick={onClose}>{shell.cancel}</Button>
        <Button look="primary" type="submit" busy={busy} busyLabel={t.submitting}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}
