import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallId } from '#shared/ids.ts';
import { may } from '#shared/permission.ts';
import { DECISIONS, type Decision, type ProposalRow } from '#shared/proposals/contract.ts';
import { proposalTexts } from '#shared/proposals/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { DeskPage } from '../layouts/DeskPage.tsx';
import { useActor } from '../layouts/use-account.ts';
import { usePathParam } from '../navigation.ts';
import { paths } from '../paths.ts';
import { wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip, Tag } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Link } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Table } from '../ui/Table.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { useSending } from '../ui/use-sending.ts';
import { ScorePanel } from './ScorePanel.tsx';
import { TellDialog } from './TellDialog.tsx';
import { rankingQuery, refreshProposals } from './use-proposals.ts';

const FILTERS = ['all', 'open', 'held', 'told', 'unscored'] as const;
type Filter = (typeof FILTERS)[number];

const fits = (row: ProposalRow, filter: Filter) =>
  filter === 'all' || (filter === 'unscored' ? !row.mine : row.standing === filter);

/** A call's proposals by their means: score them, decide on many at once, and tell when everything is settled. */
export function RankingPage() {
  const id = usePathParam('id') as CallId;
  const lang = useLang();
  const t = useTexts(proposalTexts);
  const shell = useTexts(shellTexts);
  const actor = useActor();
  const toast = useToast();
  const { busy, send, sentence, at } = useSending('decide');
  const { data, error, refetch } = useQuery(rankingQuery(id));
  const { data: of } = useQuery({
    queryKey: ['calls', 'one', id],
    queryFn: ({ signal }) => call('GET /api/calls/:id', { params: { id }, signal }),
  });
  const [filter, setFilter] = useState<Filter>('all');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [telling, setTelling] = useState(false);
  const rows = (data ?? []).filter((row) => fits(row, filter));
  const picked = (data ?? []).filter((row) => chosen.includes(row.id));
  const held = (data ?? []).filter((row) => row.standing === 'held').length;
  const mayDecide = actor ? may(actor, 'proposal.decide') : false;
  const step = (by: 1 | -1) => {
    const place = rows.findIndex((row) => row.id === shown);
    setShown(rows[Math.min(Math.max(place + by, 0), rows.length - 1)]?.id ?? null);
  };
  useHotkeys({ j: () => step(1), k: () => step(-1), Escape: () => setShown(null) });
  const toggle = (one: string) =>
    setChosen(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
  const decide = async (decision: Decision | null) => {
    const items = picked.map((row) => ({ id: row.id, version: row.version }));
    const body = { items, decision, reason: decision === 'decline' ? reason : '' };
    await send(async () => {
      const { done, refused } = await call('POST /api/calls/:id/decisions', { params: { id }, body });
      const [first] = refused;
      toast({ message: first ? `${t.decide.refused(refused.length)} ${first.detail}` : t.decide.done(done.length) });
      setChosen([]);
      setReason('');
    });
    await refreshProposals();
  };
  const join = async () => {
    const [lead, ...parts] = picked;
    if (!lead) return;
    const body = { partIds: parts.map((row) => row.id) };
    const params = { id: lead.id };
    const done = await send(() => call('POST /api/proposals/:id/joint', { params, ifMatch: lead.version, body }));
    if (done) {
      toast({ message: t.joined });
      setChosen([]);
    }
    await refreshProposals();
  };
  const actions = (
    <>
      <Link href={paths.calls()} className="wide-only whitespace-nowrap">
        {t.back}
      </Link>
      {mayDecide ? (
        <Button look="primary" onClick={() => setTelling(true)}>
          {t.telling.open(held)}
        </Button>
      ) : null}
    </>
  );
  return (
    <DeskPage title={`${of ? inWords(of.title, lang) : ''} ${t.title}`} actions={actions}>
      <p className="mb-3 text-ink-2">{t.lead}</p>
      <div className="mb-3 flex flex-wrap gap-2">
        {FILTERS.map((one) => (
          <Chip
            key={one}
            pressed={one === filter && one !== 'all'}
            onPress={() => setFilter(one === filter ? 'all' : one)}
          >
            {t.filters[one]}
          </Chip>
        ))}
      </div>
      {error && !data ? <Banner kind="error">{wordsOf(error, shell)}</Banner> : null}
      {sentence ? <Banner kind="error">{sentence}</Banner> : null}
      {!data && !error ? <Skeleton onRetry={() => void refetch()} /> : null}
      {data && rows.length === 0 ? <EmptyState title={filter === 'all' ? t.none : t.noneFiltered} /> : null}
      {mayDecide && picked.length > 0 ? (
        <div className="card mb-3 grid gap-3 p-4">
          <b aria-live="polite">{t.chosen(picked.length)}</b>
          <TextInput
            id="decide-reason"
            label={t.decide.reason}
            hint={t.decide.reasonHint}
            error={at('/reason')}
            value={reason}
            onValue={setReason}
          />
          <span className="flex flex-wrap gap-2">
            {DECISIONS.map((decision) => (
              <Button key={decision} busy={busy} onClick={() => void decide(decision)}>
                {t.decide[decision]}
              </Button>
            ))}
            <Button look="quiet" busy={busy} onClick={() => void decide(null)}>
              {t.decide.clear}
            </Button>
            {picked.length > 1 ? (
              <Button look="quiet" busy={busy} onClick={() => void join()}>
                {t.join}（{t.leadOf(picked[0] ? inWords(picked[0].organisation.name, lang) : '')}）
              </Button>
            ) : null}
          </span>
        </div>
      ) : null}
      {rows.length > 0 ? <Ranking {...{ rows, chosen, toggle, mayDecide, shown }} onShow={setShown} /> : null}
      {shown && of ? <ScorePanel key={shown} id={shown} call={of} onClose={() => setShown(null)} /> : null}
      {telling ? <TellDialog callId={id} onClose={() => setTelling(false)} /> : null}
    </DeskPage>
  );
}

type RankingProps = {
  rows: readonly ProposalRow[];
  chosen: readonly string[];
  toggle: (id: string) => void;
  mayDecide: boolean;
  shown: string | null;
  onShow: (id: string) => void;
};

function Ranking({ rows, chosen, toggle, mayDecide, shown, onShow }: RankingProps) {
  const lang = useLang();
  const t = useTexts(proposalTexts);
  const rank = new Map(rows.map((row, nth) => [row.id, nth + 1]));
  const mark = (row: ProposalRow) => (row.mean === null ? (row.reviews > 0 ? t.hidden : '–') : row.mean.toFixed(2));
  return (
    <Table
      caption={t.title}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'rank',
          head: t.columns.rank,
          cell: (row) => (
            <span className="flex gap-2">
              {mayDecide ? (
                <input
                  type="checkbox"
                  aria-label={t.choose(inWords(row.title, lang))}
                  checked={chosen.includes(row.id)}
                  onChange={() => toggle(row.id)}
                />
              ) : null}
              {rank.get(row.id)}
            </span>
          ),
        },
        {
          key: 'title',
          head: t.columns.title,
          rowHead: true,
          cell: (row) => (
            <>
              <Button look="quiet" size={30} aria-expanded={row.id === shown} onClick={() => onShow(row.id)}>
                {inWords(row.title, lang)}
              </Button>
              {row.late ? <Tag tone="warn">{t.late}</Tag> : null}
              {row.session?.trial ? <Tag>{t.trial.tag}</Tag> : null}
            </>
          ),
        },
        {
          key: 'by',
          head: t.columns.organisation,
          cell: (row) => (
            <>
              <span className="whitespace-nowrap">{inWords(row.organisation.name, lang)}</span>
              {row.organisation.isMember ? null : <Tag>{t.partner}</Tag>}
              {row.parts.length > 0 ? (
                <small className="block whitespace-nowrap">
                  {t.joint} {row.parts.map((one) => inWords(one.organisation.name, lang)).join('・')}
                </small>
              ) : null}
            </>
          ),
        },
        {
          key: 'mean',
          head: t.columns.mean,
          number: true,
          cell: (row) => (
            <>
              <span className="whitespace-nowrap">
                {mark(row)} <small>{t.reviews(row.reviews)}</small>
              </span>
            </>
          ),
        },
        {
          key: 'spread',
          head: t.columns.spread,
          number: true,
          wideOnly: true,
          cell: (row) => row.spread?.toFixed(2) ?? '–',
        },
        {
          key: 'share',
          head: t.columns.share,
          wideOnly: true,
          cell: ({ share }) => (share ? `${share.proposals}／${share.sessions}` : '–'),
        },
        {
          key: 'past',
          head: t.columns.past,
          wideOnly: true,
          cell: ({ share }) => (share ? `${share.pastProposals}／${share.pastSessions}` : '–'),
        },
        {
          key: 'standing',
          head: t.columns.standing,
          cell: (row) => (
            <>
              {row.decision ? `${t.decisions[row.decision]} ` : null}
              <Tag {...(row.standing === 'held' ? { tone: 'warn' } : {})}>{t.state[row.standing]}</Tag>
            </>
          ),
        },
      ]}
    />
  );
}
