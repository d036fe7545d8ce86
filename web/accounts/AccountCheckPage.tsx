import { checkTexts } from '#shared/accounts/check-texts.ts';
import { inWords } from '../in-words.ts';
import { useTitle } from '../layouts/use-title.ts';
import { useMe } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { CheckList } from './CheckList.tsx';

/** Where a municipality's manager says, once a year, whose accounts go on. */
export function AccountCheckPage() {
  const lang = useLang();
  const t = useTexts(checkTexts);
  useTitle(t.title);
  const account = useMe()?.account;
  if (!account?.memberId) return <Skeleton />;
  return (
    <div className="mx-auto grid max-w-[860px] gap-4">
      <h1>{t.title}</h1>
      <p>{t.lead(account.memberName ? inWords(account.memberName, lang) : '')}</p>
      <CheckList memberId={account.memberId} />
    </div>
  );
}
