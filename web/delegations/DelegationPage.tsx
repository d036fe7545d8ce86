import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DelegateView, DelegationView } from '#shared/delegations/contract.ts';
import { delegationTexts } from '#shared/delegations/texts.ts';
import { may } from '#shared/permission.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { useActor } from '../layouts/use-account.ts';
import { useTitle } from '../layouts/use-title.ts';
import { useMe, wordsOf } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Plus } from '../ui/icons.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { AboutDelegation } from './AboutDelegation.tsx';
import { DelegateDialog } from './DelegateDialog.tsx';
import { DelegateTable } from './DelegateTable.tsx';
import { daysAround } from './days-around.ts';
import { IdentitySection } from './IdentitySection.tsx';
import { OwnCertificates } from './OwnCertificates.tsx';
import { RemoveDelegateDialog } from './RemoveDelegateDialog.tsx';
import { StayChart } from './StayChart.tsx';
import { delegationQuery } from './use-delegation.ts';

/** Which dialog is open: adding, changing one person, or taking one out. */
type Open = { do: 'add' } | { do: 'edit' | 'remove'; delegate: DelegateView } | null;

/** The municipality's delegation to the event: purpose, head, people and when each is there. */
export function DelegationPage() {
  const t = useTexts(delegationTexts);
  const shell = useTexts(shellTexts);
  const event = useMe()?.currentEvent;
  const actor = useActor();
  const mayChange = actor ? may(actor, 'delegation.change') : false;
  useTitle(t.title(event?.shortName ?? ''));
  const query = useQuery({
    ...delegationQuery(event?.slug ?? '', actor?.memberId ?? '', mayChange),
    enabled: Boolean(event && actor?.memberId),
  });
  if (query.error && !query.data) {
    const retry = <Button onClick={() => void query.refetch()}>{shell.retry}</Button>;
    return (
      <Banner kind="error" action={retry}>
        {wordsOf(query.error, shell)}
      </Banner>
    );
  }
  if (query.data === undefined || !event) return <Skeleton onRetry={() => void query.refetch()} />;
  return (
    <>
      <h1 className="mb-5">{t.title(event.shortName)}</h1>
      {query.data ? (
        <Delegation delegation={query.data} event={event} mayChange={mayChange} />
      ) : (
        <EmptyState title={t.none} />
      )}
    </>
  );
}

type DelegationProps = {
  delegation: DelegationView;
  event: { startsOn: string; endsOn: string };
  mayChange: boolean;
};

/** The parts of a delegation, with ways to change them for whoever may. */
export function Delegation({ delegation, event, mayChange }: DelegationProps) {
  const t = useTexts(delegationTexts);
  const actor = useActor();
  const toast = useToast();
  const [open, setOpen] = useState<Open>(null);
  const nameOf = (one: DelegateView) => t.fullName(one.familyName, one.givenName);
  const close = () => setOpen(null);
  const mayCertify = actor?.memberId ? may(actor, 'certificate.read') : false;
  const add = mayChange ? (
    <Button look="primary" onClick={() => setOpen({ do: 'add' })}>
      <Plus aria-hidden="true" />
      {t.add}
    </Button>
  ) : null;
  return (
    <div className="grid gap-7">
      <AboutDelegation delegation={delegation} mayChange={mayChange} />
      <section aria-labelledby="delegates">
        <div className="mb-3 flex items-center justify-between gap-3">
          <h2 id="delegates">
            {t.delegates}
            <span className="ml-2 text-13 font-normal text-ink-3">{t.people(delegation.delegates.length)}</span>
          </h2>
          {delegation.delegates.length > 0 ? add : null}
        </div>
        {delegation.delegates.length === 0 ? (
          <div className="card">
            <EmptyState title={t.none} action={add}>
              {t.noneBody}
            </EmptyState>
          </div>
        ) : (
          <DelegateTable
            delegates={delegation.delegates}
            headId={delegation.headDelegateId}
            mayChange={mayChange}
            onEdit={(delegate) => setOpen({ do: 'edit', delegate })}
            onRemove={(delegate) => setOpen({ do: 'remove', delegate })}
          />
        )}
      </section>
      {delegation.delegates.length > 0 ? <IdentitySection delegation={delegation} /> : null}
      {delegation.delegates.length > 0 ? (
        <section aria-labelledby="stay" className="max-w-[760px]">
          <h2 id="stay" className="mb-3">
            {t.stay}
          </h2>
          <StayChart delegates={delegation.delegates} event={event} />
        </section>
      ) : null}
      {mayCertify ? <OwnCertificates /> : null}
      {open?.do === 'add' || open?.do === 'edit' ? (
        <DelegateDialog
          key={open.do === 'edit' ? open.delegate.id : 'new'}
          delegation={delegation}
          delegate={open.do === 'edit' ? open.delegate : null}
          days={daysAround(event)}
          onClose={close}
          onSaved={(saved) => {
            toast({ message: open.do === 'edit' ? t.saved : t.added(nameOf(saved)) });
            close();
          }}
        />
      ) : null}
      {open?.do === 'remove' ? (
        <RemoveDelegateDialog delegate={open.delegate} name={nameOf(open.delegate)} onClose={close} />
      ) : null}
    </div>
  );
}
