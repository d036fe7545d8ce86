import { byline } from '#shared/accounts/byline.ts';
import { roleNames } from '#shared/role-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useChooseLang } from '../language.ts';
import { useGo } from '../navigation.ts';
import { paths } from '../paths.ts';
import { type Me, queryClient, useMe } from '../query.ts';
import { hasScreen } from '../screens.ts';
import { useLang, useTexts } from '../texts.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { ChevronDown, Globe, LogOut, UserRound } from '../ui/icons.tsx';
import { Menu } from '../ui/Menu.tsx';

type Account = NonNullable<Me['account']>;

/** Ends the session and loads the sign-in page anew, so that nothing of the person stays in memory. */
async function signOut() {
  await call('POST /api/auth/sign-out').catch(() => {});
  queryClient.clear();
  location.assign(paths.signIn());
}

export function AccountMenu({ account, up }: { account: Account; up?: boolean }) {
  const lang = useLang();
  const t = useTexts(shellTexts);
  const go = useGo();
  const choose = useChooseLang();
  const other = lang === 'ja' ? 'en' : 'ja';
  const first = account.memberName ? inWords(account.memberName, lang) : account.name;
  const acting = useMe()?.actingFor;
  const second = account.memberName ? byline(account.name, acting?.name, lang) : roleNames[lang][account.role];
  const entries = [
    ...(hasScreen(paths.account())
      ? [
          {
            label: t.nav.account,
            icon: <UserRound size={16} aria-hidden="true" />,
            onSelect: () => go(paths.account()),
          },
        ]
      : []),
    { label: shellTexts[other].langName, icon: <Globe size={16} aria-hidden="true" />, onSelect: () => choose(other) },
    { label: t.nav.signOut, icon: <LogOut size={16} aria-hidden="true" />, onSelect: signOut },
  ];
  const trigger = (
    <>
      <Avatar name={first} size={32} />
      <span className={up ? 'min-w-0 flex-1' : 'wide-only'}>
        <b>{first}</b> <small>{second}</small>
      </span>
      <ChevronDown size={16} aria-hidden="true" />
    </>
  );
  return (
    <Menu
      trigger={trigger}
      label={t.nav.openMenu(`${first} ${second}`)}
      entries={entries}
      className={up ? 'who w-full' : 'who'}
      side={up ? 'start' : 'end'}
      up={up ?? false}
    />
  );
}
