import { useState } from 'react';
import type { Receiver } from '#shared/delegations/consent.ts';
import type { ConsentWords, IdentityPage } from '#shared/delegations/contract.ts';
import { identityTexts } from '#shared/delegations/identity-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatLongDay } from '#shared/time.ts';
import { call } from '../api.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useForm } from '../ui/use-form.ts';

type Props = { token: string; page: IdentityPage; onPage: (page: IdentityPage) => void };

/** To whom the delegate's data may go: each with its words, to agree to or to withdraw. */
export function OwnConsents({ token, page, onPage }: Props) {
  const lang = useLang();
  const t = useTexts(identityTexts);
  const shell = useTexts(shellTexts);
  const form = useForm(shell, 'consent');
  const [leaving, setLeaving] = useState<ConsentWords | null>(null);
  const decide = (receiver: Receiver, textVersion: string, given: boolean) =>
    void form.send([], async () => {
      onPage(await call('PUT /api/identity/page/consents', { body: { token, lang, receiver, given, textVersion } }));
      setLeaving(null);
    });
  return (
    <section aria-labelledby="own-consents" className="grid gap-3">
      <h2 id="own-consents">{t.page.consentHeading}</h2>
      <p className="text-14 text-ink-2">{t.page.consentLead}</p>
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
      {page.consents.map((one) => {
        const status = page.status.consents.find((consent) => consent.receiver === one.receiver);
        return (
          <div key={one.receiver} className="card grid gap-2 p-4">
            <b>
              {one.name} <Tag>{one.needed ? t.agree.needed : t.agree.optional}</Tag>
            </b>
            <p className="text-14 leading-[1.75]">{one.text}</p>
            {status?.state === 'lapsed' ? <p className="text-13h text-kaki-700">{t.page.lapsed}</p> : null}
            {status?.state === 'given' && status.givenAt ? (
              <span className="flex flex-wrap items-center justify-between gap-2 text-14">
                {t.page.agreed(formatLongDay(status.givenAt, lang))}
                <Button size={30} look="quiet" onClick={() => setLeaving(one)}>
                  {t.page.withdraw}
                </Button>
              </span>
            ) : (
              <span>
                <Button onClick={() => decide(one.receiver, one.version, true)} busy={form.busy}>
                  {t.page.agreeTo}
                </Button>
              </span>
            )}
          </div>
        );
      })}
      {leaving ? (
        <Dialog
          open
          onClose={() => setLeaving(null)}
          title={t.page.withdrawTitle}
          actions={
            <>
              <Button onClick={() => setLeaving(null)}>{shell.cancel}</Button>
              <Button look="danger" onClick={() => decide(leaving.receiver, leaving.version, false)} busy={form.busy}>
                {t.page.withdraw}
              </Button>
            </>
          }
        >
          <p className="mt-3 text-14">
            <b>{leaving.name}</b>
          </p>
          <p className="mt-2 text-14">{leaving.needed ? t.page.withdrawEffect : t.page.withdrawOptional}</p>
        </Dialog>
      ) : null}
    </section>
  );
}
