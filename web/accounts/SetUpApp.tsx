import { useQuery } from '@tanstack/react-query';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { secondFactorTexts } from '#shared/accounts/second-factor-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { wordsOf } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useForm } from '../ui/use-form.ts';

const QrCode = lazy(() => import('./QrCode.tsx').then((module) => ({ default: module.QrCode })));

/** The key as a picture and to be typed, and the first code that proves that it has arrived. */
export function SetUpApp({ onDone }: { onDone: (recoveryCodes: string[]) => void }) {
  const t = useTexts(secondFactorTexts).setUp;
  const step = useTexts(secondFactorTexts).step;
  const shell = useTexts(shellTexts);
  const form = useForm(shell);
  const [code, setCode] = useState('');
  const key = useQuery({
    queryKey: ['totp-key'],
    queryFn: () => call('POST /api/auth/totp'),
    // Asked for once for each time this stands on the screen, and forgotten with it.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.send(code.trim() ? [] : [{ id: 'first-code', message: step.missing }], async () => {
      const { recoveryCodes } = await call('POST /api/auth/totp/confirmation', { body: { code } });
      onDone(recoveryCodes);
    });
  };
  if (key.error) {
    return (
      <Banner kind="error" action={<Button onClick={() => void key.refetch()}>{shell.retry}</Button>}>
        {wordsOf(key.error, shell)}
      </Banner>
    );
  }
  if (!key.data) return <Skeleton />;
  return (
    <form onSubmit={submit} noValidate className="mt-3 grid gap-5">
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
      <section className="grid gap-3">
        <h3 className="text-15">{t.scan}</h3>
        <p className="text-14 text-ink-2">{t.scanHint}</p>
        <Suspense fallback={<Skeleton />}>
          <QrCode text={key.data.address} label={t.picture} />
        </Suspense>
        <p className="text-14 text-ink-2">{t.orType}</p>
        <p>
          <code className="text-15 select-all">{(key.data.key.match(/.{1,4}/g) ?? []).join(' ')}</code>
        </p>
      </section>
      <TextInput
        id="first-code"
        label={t.type}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onValue={setCode}
        error={form.errorOf('first-code') ?? form.errorOf('code')}
      />
      <Button type="submit" look="primary" size={48} busy={form.busy} busyLabel={step.busy}>
        {t.submit}
      </Button>
    </form>
  );
}
