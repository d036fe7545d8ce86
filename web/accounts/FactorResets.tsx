import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FactorResetView } from '#shared/accounts/contract.ts';
import { secondFactorTexts } from '#shared/accounts/second-factor-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatStamp } from '#shared/time.ts';
import { call } from '../api.ts';
import { queryClient, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';

/** Lost second steps of the office that wait for another administrator; nothing at all where none waits. */
export function FactorResets() {
  const lang = useLang();
  const t = useTexts(secondFactorTexts).reset;
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const [failure, setFailure] = useState<string | null>(null);
  const { data } = useQuery({
    queryKey: ['factor-resets'],
    queryFn: ({ signal }) => call('GET /api/factor-resets', { signal }),
  });
  const act = async (work: () => Promise<unknown>, said: string) => {
    setFailure(null);
    try {
      await work();
      toast({ message: said });
    } catch (error) {
      setFailure(wordsOf(error, shell));
    }
    await queryClient.invalidateQueries({ queryKey: ['factor-resets'] });
    await queryClient.invalidateQueries({ queryKey: ['accounts'] });
  };
  if (!data || data.items.length === 0) return failure ? <Banner kind="error">{failure}</Banner> : null;
  const approve = ({ id }: FactorResetView) =>
    act(() => call('POST /api/factor-resets/:id/approval', { params: { id } }), t.approved);
  const withdraw = ({ id }: FactorResetView) =>
    act(() => call('DELETE /api/factor-resets/:id', { params: { id } }), t.withdrawn);
  return (
    <section className="card p-5" aria-labelledby="factor-resets">
      <h2 id="factor-resets">{t.waiting}</h2>
      <p className="text-14 text-ink-3">{t.hint}</p>
      {failure ? <Banner kind="error">{failure}</Banner> : null}
      <ul>
        {data.items.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 border-t border-line-soft py-3">
            <span>
              <b>{one.name}</b>
              <span className="block text-13 text-ink-3">
                {t.by(one.requestedByName, formatStamp(one.endsAt, lang))}
              </span>
            </span>
            <span className="flex flex-wrap gap-2">
              <Button
                size={30}
                aria-label={t.approveOf(one.name)}
                disabledReason={one.mayApprove ? null : t.other}
                onClick={() => void approve(one)}
              >
                {t.approve}
              </Button>
              <Button size={30} look="quiet" aria-label={t.withdrawOf(one.name)} onClick={() => void withdraw(one)}>
                {t.withdraw}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
