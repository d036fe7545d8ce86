import { useQuery } from '@tanstack/react-query';
import { may } from '#shared/permission.ts';
import type { RequestRow } from '#shared/requests/contract.ts';
import { REQUEST_KINDS } from '#shared/requests/kind-names.ts';
import { memberTexts } from '#shared/requests/member-texts.ts';
import { SHOWN_STATES, shownState } from '#shared/requests/shown-state.ts';
import { requestWords } from '#shared/requests/words.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatStamp } from '#shared/time.ts';
import { useActor } from '../layouts/use-account.ts';
import { useTitle } from '../layouts/use-title.ts';
import { useSearchWords } from '../navigation.ts';
import { paths } from '../paths.ts';
import { useMe, useNow, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { KindIcon, Plus } from '../ui/icons.tsx';
import { LangText } from '../ui/LangText.tsx';
import { ButtonLink, Link } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { DueChip } from '../ui/Turn.tsx';
import { StateAndTurn } from './StateAndTurn.tsx';
import { SignOffRule } from './sign-off/SignOffRule.tsx';
import { myRequestsQuery } from './use-requests.ts';

/** All of a municipality's requests, filtered by kind and state; the filters stand in the address. */
export function RequestsPage() {
  const t = useTexts(memberTexts).list;
  const home = useTexts(memberTexts).home;
  const shell = useTexts(shellTexts);
  const words = useTexts(requestWords);
  const actor = useActor();
  const slug = useMe()?.currentEvent?.slug ?? '';
  const [search, setSearch] = useSearchWords();
  const closed = search.closed === '1';
  const query = useQuery({ ...myRequestsQuery(slug, closed), enabled: slug !== '' });
  useTitle(t.title);
  const all = query.data ?? [];
  const kind = REQUEST_KINDS.find((one) => one === search.kind);
  const state = SHOWN_STATES.find((one) => one === search.state);
  const rows = all.filter((row) => (!kind || row.kind === kind) && (!state || shownState(row) === state));
  const present = SHOWN_STATES.filter((one) => one === state || all.some((row) => shownState(row) === one));
  const create =
    actor && may(actor, 'request.write') ? (
      <ButtonLink href={paths.newRequest()} look="primary">
        <Plus aria-hidden="true" />
        {home.newRequest}
      </ButtonLink>
    ) : null;
  const body = () => {
    if (query.error && !query.data) {
      return (
        <Banner kind="error" action={<Button onClick={() => void query.refetch()}>{shell.retry}</Button>}>
          {wordsOf(query.error, shell)}
        </Banner>
      );
    }
    if (!query.data) return <Skeleton onRetry={() => void query.refetch()} />;
    if (rows.length > 0) return <RequestTable rows={rows} />;
    const chosen = [kind ? words.kind[kind] : '', state ? words.state[state] : ''].filter(Boolean);
    if (chosen.length === 0) {
      return (
        <div className="card">
          <EmptyState title={t.none} action={create}>
            {home.noneBody}
          </EmptyState>
        </div>
      );
    }
    const clear = <Button onClick={() => setSearch({ kind: undefined, state: undefined })}>{shell.clear}</Button>;
    return (
      <div className="card">
        <EmptyState title={t.noneHere} action={clear}>
          {t.noneHereBody(chosen.join(' / '))}
        </EmptyState>
      </div>
    );
  };
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h1>{t.title}</h1>
        {create}
      </div>
      <section className="mb-4 grid gap-2" aria-label={t.filters}>
        <div className="flex flex-wrap items-center gap-2">
          {REQUEST_KINDS.map((one) => (
            <Chip key={one} pressed={one === kind} onPress={() => setSearch({ kind: one === kind ? undefined : one })}>
              {words.kind[one]}
            </Chip>
          ))}
        </div>
        {present.length > 1 || state ? (
          <div className="flex flex-wrap items-center gap-2">
            {present.map((one) => (
              <Chip
                key={one}
                pressed={one === state}
                onPress={() => setSearch({ state: one === state ? undefined : one })}
              >
                {words.state[one]}
              </Chip>
            ))}
          </div>
        ) : null}
        <Checkbox
          checked={closed}
          onChecked={(on) => setSearch({ closed: on ? '1' : undefined })}
          label={t.showClosed}
        />
      </section>
      {body()}
      {actor && may(actor, 'sign-off.decide') ? <SignOffRule /> : null}
    </>
  );
}

function RequestTable({ rows }: { rows: readonly RequestRow[] }) {
  const lang = useLang();
  const t = useTexts(memberTexts).list;
  const words = useTexts(requestWords);
  const now = useNow();
  const addressOf = (row: RequestRow) =>
    row.state === 'draft' ? paths.editRequest(row.id, 'resume') : paths.request(row.id);
  const columns: Column<RequestRow>[] = [
    {
      key: 'what',
      head: t.what,
      rowHead: true,
      cell: (row) => (
        <>
          <Link href={addressOf(row)}>
            {row.title.ja || row.title.en ? <LangText text={row.title} /> : words.untitled[row.kind]}
          </Link>
          <span className="mt-0.5 flex items-center gap-1.5 text-12h font-normal text-ink-3">
            <KindIcon kind={row.kind} width={15} height={15} />
            {words.kind[row.kind]} {row.reference ?? t.notSent}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      head: t.turn,
      cell: (row) => (
        <span className="grid justify-items-start gap-1">
          <StateAndTurn row={row} />
        </span>
      ),
    },
    {
      key: 'due',
      head: t.due,
      wideOnly: true,
      cell: (row) => (row.dueAt && row.turn === 'member' ? <DueChip due={row.dueAt} now={now} /> : null),
    },
    { key: 'updated', head: t.updated, wideOnly: true, cell: (row) => formatStamp(row.updatedAt, lang) },
  ];
  return <Table caption={t.title} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
