import { useQuery } from '@tanstack/react-query';
import { checkTexts } from '#shared/accounts/check-texts.ts';
import { may } from '#shared/permission.ts';
import { formatDay } from '#shared/time.ts';
import { call } from '../api.ts';
import { useActor } from '../layouts/use-account.ts';
import { paths } from '../paths.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink } from '../ui/Link.tsx';

/** While accounts of their municipality wait in the yearly check, its managers are told so on their first screen. */
export function CheckBanner() {
  const lang = useLang();
  const t = useTexts(checkTexts);
  const actor = useActor();
  const { data } = useQuery({
    queryKey: ['account-checks'],
    queryFn: ({ signal }) => call('GET /api/account-checks', { signal }),
    enabled: actor !== null && may(actor, 'account.manage'),
  });
  const waiting = data?.isOpen ? (data.items[0]?.waiting ?? 0) : 0;
  if (!data || waiting === 0) return null;
  return (
    <Banner kind="action" action={<ButtonLink href={paths.accountCheck()}>{t.go}</ButtonLink>}>
      <b className="block">{t.banner}</b>
      {t.bannerBody(waiting, formatDay(data.lastDay, lang))}
    </Banner>
  );
}
