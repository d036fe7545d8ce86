import { useQuery } from '@tanstack/react-query';
import { checkTexts } from '#shared/accounts/check-texts.ts';
import type { CheckOverview } from '#shared/accounts/contract.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDay } from '#shared/time.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { DeskPage } from '../layouts/DeskPage.tsx';
import { useSearchWords } from '../navigation.ts';
import { paths } from '../paths.ts';
import { wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ButtonLink } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { CheckList } from './CheckList.tsx';

type Row = CheckOverview['items'][number];

/** Which municipalities have looked through their accounts this year; the administrator answers where nobody can. */
export function AccountChecksPage() {
  const lang = useLang();
  const t = useTexts(checkTexts);
  const shell = useTexts(shellTexts);
  const [search] = useSearchWords();
  const query = useQuery({
    queryKey: ['account-checks'],
    queryFn: ({ signal }) => call('GET /api/account-checks', { signal }),
  });
  const { data, error } = query;
  const chosen = data?.items.find((row) => row.memberId === search.member);
  if (chosen) {
    const back = (
      <ButtonLink size={30} href={paths.accountChecks()}>
        {t.back}
      </ButtonLink>
    );
    return (
      <DeskPage back={back} title={inWords(chosen.memberName, lang)} subtitle={t.title}>
        <CheckList memberId={chosen.memberId} />
      </DeskPage>
    );
  }
  const columns: Column<Row>[] = [
    { key: 'member', head: t.member, rowHead: true, cell: (row) => inWords(row.memberName, lang) },
    {
      key: 'progress',
      head: t.progress,
      cell: (row) => (
        <>
          {t.of(row.asked - row.waiting, row.asked)}{' '}
          {row.waiting > 0 ? <Tag tone="warn">{t.waiting(row.waiting)}</Tag> : <Tag>{t.allDone}</Tag>}
        </>
      ),
    },
    { key: 'suspended', head: t.suspendedCount, number: true, wideOnly: true, cell: (row) => row.suspended },
    {
      key: 'open',
      head: t.open,
      cell: (row) => (
        <ButtonLink
          size={30}
          href={paths.accountChecks(row.memberId)}
          aria-label={t.openOf(inWords(row.memberName, lang))}
        >
          {t.open}
        </ButtonLink>
      ),
    },
  ];
  return (
    <DeskPage title={t.title} subtitle={t.overviewLead}>
      {error ? (
        <Banner kind="error" action={<Button onClick={() => void query.refetch()}>{shell.retry}</Button>}>
          {wordsOf(error, shell)}
        </Banner>
      ) : null}
      {!data ? (
        error ? null : (
          <Skeleton />
        )
      ) : data.items.length === 0 ? (
        <EmptyState title={t.none}>{t.noneOfficeBody}</EmptyState>
      ) : (
        <div className="grid gap-4">
          <Banner>
            {data.isOpen ? t.until(formatDay(data.lastDay, lang)) : t.over(formatDay(data.lastDay, lang))}
          </Banner>
          <div className="card">
            <Table caption={t.overview} columns={columns} rows={data.items} rowKey={(row) => row.memberId} />
          </div>
        </div>
      )}
    </DeskPage>
  );
}
