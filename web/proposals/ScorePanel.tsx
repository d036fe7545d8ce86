import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallView } from '#shared/calls/contract.ts';
import { may } from '#shared/permission.ts';
import { MOST_POINTS, type ProposalView } from '#shared/proposals/contract.ts';
import { proposalTexts } from '#shared/proposals/texts.ts';
import { call, newIdempotencyKey } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useActor } from '../layouts/use-account.ts';
import { paths } from '../paths.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { useSending } from '../ui/use-sending.ts';
import { proposalQuery, refreshProposals } from './use-proposals.ts';

const POINTS = Array.from({ length: MOST_POINTS + 1 }, (_, points) => points);

type PanelProps = { id: string; call: CallView; onClose: () => void };

/** One proposal beside the ranking: what it says, one's own points by the call's criteria, and what may be tried out. */
export function ScorePanel({ id, call: of, onClose }: PanelProps) {
  const { data } = useQuery(proposalQuery(id));
  return data ? <Panel key={data.id} proposal={data} of={of} onClose={onClose} /> : <Skeleton />;
}

function Panel({ proposal, of, onClose }: { proposal: ProposalView; of: CallView; onClose: () => void }) {
  const lang = useLang();
  const t = useTexts(proposalTexts);
  const actor = useActor();
  const toast = useToast();
  const { busy, send, sentence, at } = useSending('score');
  const mine = proposal.all.find((one) => one.mine);
  const [points, setPoints] = useState<Record<string, number>>(() =>
    Object.fromEntries((mine?.scores ?? []).map((one) => [one.criterionId, one.points])),
  );
  const [comment, setComment] = useState(mine?.comment ?? '');
  const params = { id: proposal.id };
  const [key] = useState(newIdempotencyKey);
  const act = async (work: () => Promise<unknown>, message: string) => {
    if (await send(work)) toast({ message });
    await refreshProposals();
  };
  const save = () => {
    const scores = of.criteria.flatMap((one) => {
      const given = points[one.id];
      return given === undefined ? [] : [{ criterionId: one.id, points: given }];
    });
    return act(() => call('PUT /api/proposals/:id/review', { params, body: { comment, scores } }), t.panel.saved);
  };
  const next = of.criteria.find((one) => points[one.id] === undefined);
  const give = (value: number) => next && setPoints({ ...points, [next.id]: value });
  const digits = Object.fromEntries(POINTS.map((value) => [String(value), () => give(value)]));
  useHotkeys({ ...digits, 'Ctrl+Enter': () => void save() });
  const others = proposal.all.filter((one) => !one.mine);
  const mayDecide = actor ? may(actor, 'proposal.decide') : false;
  const error = sentence ?? at('/scores');
  return (
    <section className="card mt-4 grid gap-4 p-4" aria-label={inWords(proposal.title, lang)}>
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="flex-1">{inWords(proposal.title, lang)}</h2>
        {proposal.requestId ? <Link href={paths.deskRequest(proposal.requestId)}>{t.panel.openRequest}</Link> : null}
        <Button look="quiet" onClick={onClose}>
          {t.panel.close}
        </Button>
      </div>
      {error ? <Banner kind="error">{error}</Banner> : null}
      <h3>{t.panel.abstract}</h3>
      <PlainText text={inWords(proposal.abstract, lang)} />
      {proposal.answers.length > 0 ? <h3>{t.panel.answers}</h3> : null}
      <dl>
        {proposal.answers.map((one) => (
          <div key={one.label.en}>
            <dt className="text-13 text-ink-3">{inWords(one.label, lang)}</dt>
            <dd>{inWords(one.answer, lang) || '–'}</dd>
          </div>
        ))}
      </dl>
      <h3>{t.panel.mine}</h3>
      <p className="text-13 text-ink-3">{t.panel.keys}</p>
      {of.criteria.map((one) => (
        <fieldset key={one.id}>
          <legend>{t.panel.points(inWords(one.name, lang))}</legend>
          <span className="flex gap-3">
            {POINTS.map((value) => (
              <label key={value} className="flex gap-1">
                <input
                  type="radio"
                  name={`points-${one.id}`}
                  checked={points[one.id] === value}
                  onChange={() => setPoints({ ...points, [one.id]: value })}
                />
                {value}
              </label>
            ))}
          </span>
        </fieldset>
      ))}
      <TextArea label={t.panel.comment} rows={2} limit={1000} value={comment} onValue={setComment} />
      <span className="flex flex-wrap gap-2">
        <Button look="primary" busy={busy} busyLabel={t.panel.saving} onClick={() => void save()}>
          {t.panel.save}
        </Button>
        {mayDecide && !proposal.session && proposal.standing !== 'told' ? (
          <Button
            onClick={() =>
              void act(() => call('POST /api/proposals/:id/trial', { params, idempotencyKey: key }), t.trial.made)
            }
          >
            {t.trial.make}
          </Button>
        ) : null}
        {mayDecide && proposal.session?.trial ? (
          <>
            <Button onClick={() => void act(() => call('DELETE /api/proposals/:id/trial', { params }), t.trial.ended)}>
              {t.trial.end}
            </Button>
            <Link href={paths.schedule()}>{t.openEditor}</Link>
          </>
        ) : null}
        {mayDecide && proposal.parts.length > 0 ? (
          <Button
            look="quiet"
            onClick={() =>
              void act(() => call('DELETE /api/proposals/:id/joint', { params, ifMatch: proposal.version }), t.parted)
            }
          >
            {t.part}
          </Button>
        ) : null}
      </span>
      <h3>{t.panel.others}</h3>
      {proposal.hidden ? <p>{t.panel.othersHidden}</p> : null}
      <ul>
        {others.map((one) => (
          <li key={`${one.author}${one.at}`}>
            <b>{one.mark.toFixed(2)}</b> {one.author} <PlainText text={one.comment} />
          </li>
        ))}
      </ul>
    </section>
  );
}
