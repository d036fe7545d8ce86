import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TokenView } from '#shared/accounts/contract.ts';
import { tokenTexts } from '#shared/accounts/token-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatLongDay, formatStamp } from '#shared/time.ts';
import { call } from '../api.ts';
import { queryClient, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { Plus } from '../ui/icons.tsx';
import { useToast } from '../ui/Toast.tsx';
import { MakeTokenDialog } from './MakeTokenDialog.tsx';

/** The keys of the person's programs, and a way to end each. */
export function Tokens() {
  const lang = useLang();
  const t = useTexts(tokenTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { data, error } = useQuery({
    queryKey: ['tokens'],
    queryFn: ({ signal }) => call('GET /api/auth/tokens', { signal }),
  });
  const end = async ({ id }: TokenView) => {
    setFailure(null);
    try {
      await call('DELETE /api/auth/tokens/:id', { params: { id } });
      toast({ message: t.ended });
      await queryClient.invalidateQueries({ queryKey: ['tokens'] });
    } catch (caught) {
      setFailure(wordsOf(caught, shell));
    }
  };
  const wrong = failure ?? (error ? wordsOf(error, shell) : null);
  return (
    <section className="card p-5" aria-labelledby="tokens">
      <div className="mb-2 flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 id="tokens">{t.title}</h2>
          <p className="text-14 text-ink-3">
            {t.lead} {t.fate}
          </p>
        </div>
        <Button aria-haspopup="dialog" onClick={() => setMaking(true)}>
          <Plus aria-hidden="true" />
          {t.make}
        </Button>
      </div>
      {wrong ? <Banner kind="error">{wrong}</Banner> : null}
      {data?.items.length === 0 ? <p className="text-14 text-ink-3">{t.none}</p> : null}
      <ul>
        {(data?.items ?? []).map((token) => (
          <li
            key={token.id}
            className="flex flex-wrap items-center justify-between gap-3 border-t border-line-soft py-3"
          >
            <span>
              <b>{token.name}</b> {token.over ? <Tag tone="warn">{t.over}</Tag> : <Tag>{t.scopes[token.scope]}</Tag>}
              <span className="block text-13 text-ink-3">
                {t.until(formatLongDay(token.endsAt, lang))}{' '}
                {token.lastUsedAt ? t.lastUsed(formatStamp(token.lastUsedAt, lang)) : t.neverUsed}
              </span>
            </span>
            <Button size={30} aria-label={t.endOf(token.name)} onClick={() => void end(token)}>
              {t.end}
            </Button>
          </li>
        ))}
      </ul>
      {making ? <MakeTokenDialog onClose={() => setMaking(false)} /> : null}
    </section>
  );
}
