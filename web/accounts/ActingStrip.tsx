import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { authorityTexts } from '#shared/accounts/authority-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDay } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { meQuery, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { chooseActing } from './choose-acting.ts';

/** How often, in milliseconds, it is asked whether the session still acts for somebody: it may have been ended. */
const ASKED_EVERY_MS = 15_000;

/** Says above every screen for whom the person acts, with a way to stop. */
export function ActingStrip() {
  const lang = useLang();
  const t = useTexts(authorityTexts);
  const shell = useTexts(shellTexts);
  const [failure, setFailure] = useState<string | null>(null);
  const { data } = useQuery({ ...meQuery, refetchInterval: ASKED_EVERY_MS });
  const acting = data?.actingFor;
  if (!acting) return null;
  const stop = () => chooseActing(null).catch((error) => setFailure(wordsOf(error, shell)));
  return (
    <div className="no-print mb-5 grid gap-3">
      <Banner kind="action" action={<Button onClick={() => void stop()}>{t.stop}</Button>}>
        <b>{t.acting(inWords(acting.name, lang), formatDay(acting.until, lang))}</b>
      </Banner>
      {failure ? <Banner kind="error">{failure}</Banner> : null}
    </div>
  );
}
