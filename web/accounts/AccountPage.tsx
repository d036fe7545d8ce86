import { useQuery } from '@tanstack/react-query';
import { accountTexts } from '#shared/accounts/texts.ts';
import { may } from '#shared/permission.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { LangSwitch } from '../layouts/LangSwitch.tsx';
import { useActor } from '../layouts/use-account.ts';
import { useTitle } from '../layouts/use-title.ts';
import { paths } from '../paths.ts';
import { wordsOf } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Authorities } from './Authorities.tsx';
import { IssuerBindings } from './IssuerBindings.tsx';
import { MemberPeople } from './MemberPeople.tsx';
import { Passkeys } from './Passkeys.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { SelfForm } from './SelfForm.tsx';
import { Sessions } from './Sessions.tsx';
import { Tokens } from './Tokens.tsx';

/** A person's own account; a municipality's manager also sees its people. */
export function AccountPage() {
  const t = useTexts(accountTexts).account;
  const shell = useTexts(shellTexts);
  const actor = useActor();
  useTitle(t.title);
  const query = useQuery({
    queryKey: ['self'],
    queryFn: ({ signal }) => call('GET /api/auth/me', { signal }),
  });
  const account = query.data?.account;
  const managesPeople = actor?.memberId && may(actor, 'account.manage');
  const readsHistory = actor?.memberId && may(actor, 'history.read');
  const page = (
    <div className="mx-auto grid max-w-[760px] gap-7">
      <h1>{t.title}</h1>
      {query.error && !account ? (
        <Banner kind="error" action={<Button onClick={() => void query.refetch()}>{shell.retry}</Button>}>
          {wordsOf(query.error, shell)}
        </Banner>
      ) : null}
      {account ? <SelfForm key={account.version} account={account} /> : <Skeleton />}
      <section className="card p-5" aria-labelledby="language">
        <h2 id="language" className="mb-3">
          {t.language}
        </h2>
        <LangSwitch />
      </section>
      {managesPeople && account ? <MemberPeople account={account} /> : null}
      {account?.memberId ? <Authorities account={account} memberId={account.memberId} /> : null}
      {readsHistory ? (
        <p>
          <Link href={paths.memberHistory()}>{t.history}</Link>
        </p>
      ) : null}
      <SecondFactor />
      <Passkeys />
      <IssuerBindings />
      <PasswordForm />
      <Sessions />
      <Tokens />
    </div>
  );
  return actor?.memberId ? page : <div className="page">{page}</div>;
}
