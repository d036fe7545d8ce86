import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { shellTexts } from '#shared/shell-texts.ts';
import { LeadTo } from '../navigation.ts';
import { paths } from '../paths.ts';
import { type Me, meQuery, useMe, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { setSingleKeys } from '../ui/use-hotkeys.ts';
import { DeskLayout } from './DeskLayout.tsx';
import { DeskCountsProvider } from './desk-counts.tsx';
import { MemberLayout } from './MemberLayout.tsx';
import { homeOf } from './menu.tsx';
import { actorOf } from './use-account.ts';

type Account = NonNullable<Me['account']>;

/** Fetched behind the first screen: it is needed an hour later at the earliest. */
const AskAgain = lazy(() => import('../ui/AskAgain.tsx').then((module) => ({ default: module.AskAgain })));

/** Waits until it is known who is signed in; without anybody, leads to the sign-in page and back afterwards. */
function WithAccount({ children }: { children: (account: Account, event: Me['currentEvent']) => ReactNode }) {
  const { data, error, refetch } = useQuery(meQuery);
  const t = useTexts(shellTexts);
  const { href } = useLocation();
  if (error && !data) {
    const retry = <Button onClick={() => void refetch()}>{t.retry}</Button>;
    return (
      <main className="page">
        <Banner kind="error" action={retry}>
          {wordsOf(error, t)}
        </Banner>
      </main>
    );
  }
  if (!data) {
    return (
      <main className="page">
        <Skeleton onRetry={() => void refetch()} />
      </main>
    );
  }
  if (!data.account) return <LeadTo href={paths.signIn(href === '/' ? undefined : href)} />;
  return (
    <>
      {children(data.account, data.currentEvent)}
      <Suspense fallback={null}>
        <AskAgain account={data.account} />
      </Suspense>
    </>
  );
}

/** Fetched only by whoever acts for somebody. */
const ActingStrip = lazy(() =>
  import('../accounts/ActingStrip.tsx').then((module) => ({ default: module.ActingStrip })),
);

function Framed({ account, event }: { account: Account; event: Me['currentEvent'] }) {
  useEffect(() => setSingleKeys(account.hotkeys), [account.hotkeys]);
  const acting = useMe()?.actingFor;
  return account.memberId ? (
    <MemberLayout account={account} event={event}>
      {acting ? (
        <Suspense fallback={null}>
          <ActingStrip />
        </Suspense>
      ) : null}
      <Outlet />
    </MemberLayout>
  ) : (
    <DeskCountsProvider>
      <DeskLayout account={account} event={event}>
        <Outlet />
      </DeskLayout>
    </DeskCountsProvider>
  );
}

/** Screens of municipalities; whoever works at the office is led to the desk. */
export function MemberFrame() {
  return (
    <WithAccount>
      {(account, event) =>
        account.memberId ? <Framed account={account} event={event} /> : <ToHome account={account} />
      }
    </WithAccount>
  );
}

/** Screens of the office; members are led to their home. */
export function DeskFrame() {
  return (
    <WithAccount>
      {(account, event) =>
        account.memberId ? <ToHome account={account} /> : <Framed account={account} event={event} />
      }
    </WithAccount>
  );
}

/** Screens that both sides have, each in its own frame. */
export function OwnFrame() {
  return <WithAccount>{(account, event) => <Framed account={account} event={event} />}</WithAccount>;
}

function ToHome({ account }: { account: Account }) {
  const lang = useLang();
  return <LeadTo href={homeOf(actorOf(account, lang))} />;
}

/** The bare address: the first screen of whoever is signed in. */
export function Start() {
  return <WithAccount>{(account) => <ToHome account={account} />}</WithAccount>;
}
