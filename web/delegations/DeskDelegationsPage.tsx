import { useQuery } from '@tanstack/react-query';
import { deskDelegationTexts } from '#shared/delegations/desk-texts.ts';
import type { MemberView } from '#shared/organisations/contract.ts';
import { may } from '#shared/permission.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatShortDay } from '#shared/time.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { DeskPage } from '../layouts/DeskPage.tsx';
import { useActor } from '../layouts/use-account.ts';
import { useSearchWords } from '../navigation.ts';
import { paths } from '../paths.ts';
import { useMe, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { ArrowLeft } from '../ui/icons.tsx';
import { Link } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { Delegation } from './DelegationPage.tsx';
import { delegationQuery } from './use-delegation.ts';

/** Every municipality's delegation to the event; one of them opens below its own address. */
export function DeskDelegationsPage() {
  const lang = useLang();
  const t = useTexts(deskDelegationTexts);
  const shell = useTexts(shellTexts);
  const actor = useActor();
  const event = useMe()?.currentEvent;
  const [search] = useSearchWords();
  const mayChange = actor !== null && may(actor, 'delegation.change');
  const list = useQuery({
    queryKey: ['delegation', 'list', event?.slug],
    queryFn: ({ signal }) =>
      call('GET /api/events/:event/delegations', { params: { event: event?.slug ?? '' }, signal }),
    enabled: Boolean(event),
  });
  const members = useQuery({ queryKey: ['members'], queryFn: ({ signal }) => call('GET /api/members', { signal }) });
  const error = list.error ?? members.error;
  const found = (id: string) => list.data?.items.find((row) => row.member.id === id);
  const hrefOf = (id: string) => `${paths.delegations()}?member=${id}`;
  const none = <span className="text-ink-3">–</span>;
  const columns: Column<MemberView>[] = [
    {
      key: 'member',
      head: t.member,
      rowHead: true,
      cell: (one) =>
        found(one.id) ? <Link href={hrefOf(one.id)}>{inWords(one.name, lang)}</Link> : inWords(one.name, lang),
    },
    { key: 'people', head: t.people, number: true, cell: (one) => found(one.id)?.delegates ?? none },
    { key: 'head', head: t.head, cell: (one) => found(one.id)?.head ?? none },
    {
      key: 'stay',
      head: t.stay,
      wideOnly: true,
      cell: (one) => {
        const row = found(one.id);
        return row?.from && row.to ? `${formatShortDay(row.from, lang)}–${formatShortDay(row.to, lang)}` : none;
      },
    },
    {
      key: 'act',
      head: t.act,
      cell: (one) => {
        const name = inWords(one.name, lang);
        if (found(one.id)) {
          return (
            <Link href={hrefOf(one.id)} aria-label={t.seeOf(name)}>
              {t.see}
            </Link>
          );
        }
        return mayChange ? (
          <Link href={hrefOf(one.id)} aria-label={t.beginOf(name)}>
            {t.begin}
          </Link>
        ) : (
          <span className="text-ink-3">{t.none}</span>
        );
      },
    },
  ];
  const opened = members.data?.items.find((one) => one.id === search.member);
  if (opened && event) {
    return (
      <DeskPage title={t.of(inWords(opened.name, lang))} subtitle={event.shortName}>
        <p className="mb-4">
          <Link href={paths.delegations()} className="inline-flex items-center gap-1">
            <ArrowLeft size={16} aria-hidden="true" />
            {t.back}
          </Link>
        </p>
        <One member={opened.id} event={event} mayChange={mayChange} />
      </DeskPage>
    );
  }
  return (
    <DeskPage title={t.title} subtitle={event ? t.subtitle(event.shortName, list.data?.items.length ?? 0) : null}>
      {error ? <Banner kind="error">{wordsOf(error, shell)}</Banner> : null}
      {!list.data || !members.data ? (
        error ? null : (
          <Skeleton rows={8} onRetry={() => void list.refetch()} />
        )
      ) : (
        <div className="card">
          <Table caption={t.title} columns={columns} rows={members.data.items} rowKey={(one) => one.id} />
        </div>
      )}
    </DeskPage>
  );
}

type OneProps = { member: string; event: { slug: string; startsOn: string; endsOn: string }; mayChange: boolean };

function One({ member, event, mayChange }: OneProps) {
  const shell = useTexts(shellTexts);
  const t = useTexts(deskDelegationTexts);
  const { data, error, refetch } = useQuery(delegationQuery(event.slug, member, mayChange));
  if (error && data === undefined) return <Banner kind="error">{wordsOf(error, shell)}</Banner>;
  if (data === undefined) return <Skeleton onRetry={() => void refetch()} />;
  return data ? <Delegation delegation={data} event={event} mayChange={mayChange} /> : <p>{t.none}</p>;
}
