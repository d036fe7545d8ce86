import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IssuerBindingView } from '#shared/accounts/issuer-operations.ts';
import { issuerTexts } from '#shared/accounts/issuer-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatStamp } from '#shared/time.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { queryClient, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';

/** The link with the account of the person's own organisation; not there where the organisation has none. */
export function IssuerBindings() {
  const lang = useLang();
  const t = useTexts(issuerTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const [going, setGoing] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { data } = useQuery({
    queryKey: ['issuer-bindings'],
    queryFn: ({ signal }) => call('GET /api/auth/issuer-bindings', { signal }),
  });
  if (!data || data.items.length + data.possible.length === 0) return null;
  const begin = async (issuer: string) => {
    setGoing(true);
    setFailure(null);
    try {
      const { address } = await call('POST /api/auth/issuers/:issuer/binding', { params: { issuer } });
      location.assign(address);
    } catch (error) {
      setFailure(wordsOf(error, shell));
      setGoing(false);
    }
  };
  const end = async ({ id }: IssuerBindingView) => {
    setFailure(null);
    try {
      await call('DELETE /api/auth/issuer-bindings/:id', { params: { id } });
      toast({ message: t.ended });
    } catch (error) {
      setFailure(wordsOf(error, shell));
    }
    await queryClient.invalidateQueries({ queryKey: ['issuer-bindings'] });
    await queryClient.invalidateQueries({ queryKey: ['sessions'] });
  };
  return (
    <section className="card p-5" aria-labelledby="issuers">
      <h2 id="issuers">{t.title}</h2>
      <p className="mb-2 text-14 text-ink-3">{t.lead}</p>
      {failure ? <Banner kind="error">{failure}</Banner> : null}
      <ul>
        {data.items.map((one) => {
          const name = one.label ? inWords(one.label, lang) : t.gone;
          return (
            <li
              key={one.id}
              className="flex flex-wrap items-center justify-between gap-3 border-t border-line-soft py-3"
            >
              <span>
                <b>{name}</b>
                <span className="block text-13 text-ink-3">
                  {t.since(formatStamp(one.createdAt, lang))}{' '}
                  {one.lastUsedAt ? t.lastUsed(formatStamp(one.lastUsedAt, lang)) : t.neverUsed}
                </span>
              </span>
              <Button size={30} aria-label={t.endOf(name)} onClick={() => void end(one)}>
                {t.end}
              </Button>
            </li>
          );
        })}
      </ul>
      {data.possible.map(({ id, label }) => (
        <p key={id} className="border-t border-line-soft pt-3">
          <Button busy={going} busyLabel={t.going} onClick={() => void begin(id)}>
            {t.bind(inWords(label, lang))}
          </Button>
        </p>
      ))}
    </section>
  );
}
