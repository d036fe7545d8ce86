import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DelegateView, DelegationView, IdentityStatus } from '#shared/delegations/contract.ts';
import { identityTexts } from '#shared/delegations/identity-texts.ts';
import { delegationTexts } from '#shared/delegations/texts.ts';
import { may } from '#shared/permission.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDay } from '#shared/time.ts';
import { call } from '../api.ts';
import { useActor } from '../layouts/use-account.ts';
import { wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { ConsentDialog } from './ConsentDialog.tsx';
import { IdentityDialog } from './IdentityDialog.tsx';
import { IdentityLinkDialog } from './IdentityLinkDialog.tsx';
import { RevealDialog } from './RevealDialog.tsx';

type Open = { do: 'enter' | 'ask' | 'reveal' | 'consent'; id: string };

/** How far each delegate's passport data and consents are, masked, and what can be done about it. */
export function IdentitySection({ delegation }: { delegation: DelegationView }) {
  const lang = useLang();
  const t = useTexts(identityTexts);
  const names = useTexts(delegationTexts);
  const shell = useTexts(shellTexts);
  const actor = useActor();
  const [open, setOpen] = useState<Open | null>(null);
  const found = useQuery({
    queryKey: ['delegation', 'identities', delegation.id],
    queryFn: ({ signal }) => call('GET /api/delegations/:id/identities', { params: { id: delegation.id }, signal }),
  });
  if (!actor) return null;
  const statusOf = (id: string) => found.data?.items.find((one) => one.delegateId === id);
  const nameOf = (one: DelegateView) => names.fullName(one.familyName, one.givenName);
  const mayEnter = may(actor, 'identity.enter');
  const mayAsk = may(actor, 'identity.ask');
  const mayReveal = may(actor, 'identity.reveal');
  const columns: Column<DelegateView>[] = [
    {
      key: 'name',
      head: t.person,
      rowHead: true,
      cell: (one) => <span className="whitespace-nowrap">{nameOf(one)}</span>,
    },
    {
      key: 'passport',
      head: t.passport,
      cell: (one) => <Passport status={statusOf(one.id)} />,
    },
    { key: 'consents', head: t.consents, cell: (one) => <Consents status={statusOf(one.id)} /> },
    {
      key: 'actions',
      head: t.actions,
      cell: (one) => {
        const status = statusOf(one.id);
        if (!status || status.notYet) return null;
        const button = (what: Open['do'], label: string) => (
          <Button size={30} onClick={() => setOpen({ do: what, id: one.id })}>
            {label}
            <VisuallyHidden> {nameOf(one)}</VisuallyHidden>
          </Button>
        );
        const kept = status.state === 'kept';
        return (
          <span className="flex flex-wrap gap-2">
            {mayEnter ? button('enter', kept ? t.enterAgain : t.enter) : null}
            {mayAsk ? button('ask', t.ask) : null}
            {mayReveal && kept ? button('reveal', t.reveal) : null}
            {button('consent', t.consent)}
          </span>
        );
      },
    },
  ];
  const delegate = delegation.delegates.find((one) => one.id === open?.id);
  const status = open ? statusOf(open.id) : undefined;
  const shared = delegate ? { delegate, name: nameOf(delegate), onClose: () => setOpen(null) } : null;
  return (
    <section aria-labelledby="identities" className="min-w-0">
      <h2 id="identities">{t.title}</h2>
      <p className="mt-1 mb-3 text-13h text-ink-3">{t.lead}</p>
      {found.error ? <Banner kind="error">{wordsOf(found.error, shell)}</Banner> : null}
      {found.data ? (
        <Table caption={t.title} columns={columns} rows={delegation.delegates} rowKey={(one) => one.id} />
      ) : (
        <Skeleton rows={3} onRetry={() => void found.refetch()} />
      )}
      {shared && open?.do === 'enter' ? <IdentityDialog {...shared} /> : null}
      {shared && open?.do === 'reveal' ? <RevealDialog {...shared} /> : null}
      {shared && status && open?.do === 'ask' ? <IdentityLinkDialog {...shared} status={status} /> : null}
      {shared && status && open?.do === 'consent' ? (
        <ConsentDialog {...shared} status={status} event={delegation.eventSlug} mayRecord={mayAsk} />
      ) : null}
    </section>
  );

  function Passport({ status: one }: { status: IdentityStatus | undefined }) {
    if (!one) return null;
    if (one.notYet && one.state === 'missing') return <span className="text-12h text-ink-3">{one.notYet}</span>;
    return (
      <>
        <Tag>{t.state[one.state]}</Tag>{' '}
        {one.passport ? (
          <span lang="en" className="whitespace-nowrap">
            {one.passport} {one.names}
          </span>
        ) : null}
        {one.through ? <small className="block text-12h text-ink-3">{t.through[one.through]}</small> : null}
        {one.findings.map((finding) => (
          <small key={finding} className="block text-12h text-kaki-700">
            {t.finding[finding]}
          </small>
        ))}
        {one.link ? (
          <small className="block text-12h text-ink-3">{t.linkUntil(formatDay(one.link.endsAt, lang))}</small>
        ) : null}
      </>
    );
  }

  function Consents({ status: one }: { status: IdentityStatus | undefined }) {
    if (!one) return null;
    const needed = one.consents.filter((consent) => consent.needed);
    const given = needed.filter((consent) => consent.state === 'given').length;
    const lapsed = needed.some((consent) => consent.state === 'lapsed');
    return (
      <span className="whitespace-nowrap">
        {t.consentCount(given, needed.length)}
        {given === needed.length ? <small className="block text-12h text-ink-3">{t.allGiven}</small> : null}
        {lapsed ? <small className="block text-12h text-kaki-700">{t.agree.state.lapsed}</small> : null}
      </span>
    );
  }
}
