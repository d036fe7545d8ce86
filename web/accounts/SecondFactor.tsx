import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { SecondFactorView } from '#shared/accounts/contract.ts';
import { secondFactorTexts } from '#shared/accounts/second-factor-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatStamp } from '#shared/time.ts';
import { call } from '../api.ts';
import { queryClient, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { SetUpApp } from './SetUpApp.tsx';

type Doing = 'set-up' | 'stop' | 'mail' | { codes: string[] };

/** A person's second step of signing in: the app, its recovery codes, and for members the way by mail. */
export function SecondFactor() {
  const t = useTexts(secondFactorTexts).account;
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const { data } = useQuery({
    queryKey: ['second-factor'],
    queryFn: ({ signal }) => call('GET /api/auth/second-factor', { signal }),
  });
  const again = async () => {
    await queryClient.invalidateQueries({ queryKey: ['second-factor'] });
    await queryClient.invalidateQueries({ queryKey: ['sessions'] });
  };
  const attempt = async (act: () => Promise<Doing | null>, said?: string) => {
    setFailure(null);
    try {
      setDoing(await act());
      if (said) toast({ message: said });
      await again();
    } catch (error) {
      setDoing(null);
      setFailure(wordsOf(error, shell));
    }
  };
  const renew = () => attempt(async () => ({ codes: (await call('POST /api/auth/recovery-codes')).recoveryCodes }));
  const stopMail = () => attempt(() => call('DELETE /api/auth/mail-code').then(() => null), t.mailStopped);
  const askMail = () => attempt(() => call('POST /api/auth/mail-code').then(() => 'mail' as const));
  const close = () => {
    setDoing(null);
    void again();
  };
  const shown = doing === null ? null : typeof doing === 'object' ? 'codes' : doing;
  return (
    <section className="card p-5" aria-labelledby="second-factor">
      <h2 id="second-factor">{t.title}</h2>
      <p className="mb-2 text-14 text-ink-3">{data?.demo ? t.demo : t.lead}</p>
      {failure ? <Banner kind="error">{failure}</Banner> : null}
      {data ? null : <Skeleton />}
      {data && !data.demo ? (
        <Ways {...{ data, renew, stopMail, askMail }} setUp={() => setDoing('set-up')} stop={() => setDoing('stop')} />
      ) : null}
      <Dialog open={shown === 'set-up'} onClose={close} title={data?.totpAt ? t.change : t.setUp} wide>
        {shown === 'set-up' ? <SetUpApp onDone={(codes) => setDoing({ codes })} /> : null}
      </Dialog>
      <Dialog open={shown === 'codes'} title={t.codes} wide>
        {typeof doing === 'object' && doing ? <RecoveryCodes codes={doing.codes} onKept={close} /> : null}
      </Dialog>
      <Dialog open={shown === 'mail'} onClose={close} title={t.mailBegin}>
        <BeginMail
          onDone={() => {
            toast({ message: t.mailBegun });
            close();
          }}
        />
      </Dialog>
      <Dialog
        open={shown === 'stop'}
        onClose={close}
        title={t.stopTitle}
        actions={
          <>
            <Button onClick={close}>{shell.cancel}</Button>
            <Button
              look="danger"
              onClick={() => void attempt(() => call('DELETE /api/auth/totp').then(() => null), t.stopped)}
            >
              {t.stop}
            </Button>
          </>
        }
      >
        <p>{data && data.passkeys > 0 ? t.stopBodyWithPasskey : t.stopBody}</p>
      </Dialog>
    </section>
  );
}

type WaysProps = {
  data: SecondFactorView;
  setUp: () => void;
  stop: () => void;
  renew: () => Promise<void>;
  askMail: () => Promise<void>;
  stopMail: () => Promise<void>;
};

function Ways({ data, setUp, stop, renew, askMail, stopMail }: WaysProps) {
  const lang = useLang();
  const t = useTexts(secondFactorTexts).account;
  return (
    <ul>
      <Way
        name={t.app}
        state={data.totpAt ? t.appOn(formatStamp(data.totpAt, lang)) : t.appOff}
        on={data.totpAt !== null}
        hint={data.mandatory ? t.mandatory : t.appHint}
      >
        <Button onClick={setUp}>{data.totpAt ? t.change : t.setUp}</Button>
        {data.totpAt && (!data.mandatory || data.passkeys > 0) ? (
          <Button look="quiet" onClick={stop}>
            {t.stop}
          </Button>
        ) : null}
      </Way>
      {data.totpAt || data.passkeys > 0 ? (
        <Way
          name={t.codes}
          state={t.codesLeft(data.recoveryCodesLeft)}
          on={data.recoveryCodesLeft > 0}
          hint={t.renewHint}
        >
          <Button onClick={() => void renew()}>{t.renew}</Button>
        </Way>
      ) : null}
      {data.mandatory || (data.totpAt && !data.mailCode) ? null : (
        <Way name={t.mail} state={data.mailCode ? t.mailOn : t.mailOff} on={data.mailCode} hint={t.mailHint}>
          {data.mailCode ? (
            <Button onClick={() => void stopMail()}>{t.mailStop}</Button>
          ) : (
            <Button onClick={() => void askMail()}>{t.mailBegin}</Button>
          )}
        </Way>
      )}
    </ul>
  );
}

type WayProps = { name: string; state: string; on: boolean; hint: string; children: ReactNode };

function Way({ name, state, on, hint, children }: WayProps) {
  return (
    <li className="grid gap-2 border-t border-line-soft py-3">
      <p>
        <b>{name}</b> {on ? <Tag>{state}</Tag> : <Tag tone="warn">{state}</Tag>}
        <span className="block text-13 text-ink-3">{hint}</span>
      </p>
      <p className="flex flex-wrap gap-2">{children}</p>
    </li>
  );
}

function BeginMail({ onDone }: { onDone: () => void }) {
  const t = useTexts(secondFactorTexts);
  const form = useForm(useTexts(shellTexts));
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.send(code.trim() ? [] : [{ id: 'mail-code', message: t.step.missing }], async () => {
      await call('PUT /api/auth/mail-code', { body: { code } });
      onDone();
    });
  };
  return (
    <form onSubmit={submit} noValidate className="mt-2 grid gap-4">
      <p>{t.account.mailSent}</p>
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
      <TextInput
        id="mail-code"
        label={t.step.code}
        hint={t.step.codeHint}
        autoComplete="one-time-code"
        value={code}
        onValue={setCode}
        error={form.errorOf('mail-code') ?? form.errorOf('code')}
      />
      <div className="dialog-actions">
        <Button type="submit" look="primary" busy={form.busy} busyLabel={t.step.busy}>
          {t.step.submit}
        </Button>
      </div>
    </form>
  );
}
