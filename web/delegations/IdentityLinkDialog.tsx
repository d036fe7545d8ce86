import { useState } from 'react';
import type { DelegateView, IdentityStatus } from '#shared/delegations/contract.ts';
import { identityTexts } from '#shared/delegations/identity-texts.ts';
import type { Lang } from '#shared/lang.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDay } from '#shared/time.ts';
import { call } from '../api.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox, RadioCards } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { refreshDelegation } from './use-delegation.ts';

type Props = { delegate: DelegateView; status: IdentityStatus; name: string; onClose: () => void };

/** Makes the delegate's own link, sends it or shows it once, and ends it. */
export function IdentityLinkDialog({ delegate, status, name, onClose }: Props) {
  const lang = useLang();
  const t = useTexts(identityTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const form = useForm(shell, 'link');
  const [pageLang, setPageLang] = useState<Lang>('ja');
  const [send, setSend] = useState(delegate.email !== '');
  const [made, setMade] = useState<{ url: string; sent: boolean } | null>(null);
  const make = () =>
    void form.send([], async () => {
      const body = { lang: pageLang, send: send && delegate.email !== '' };
      setMade(await call('POST /api/delegates/:id/identity/link', { params: { id: delegate.id }, body }));
      await refreshDelegation();
    });
  const revoke = () =>
    void form.send([], async () => {
      await call('DELETE /api/delegates/:id/identity/link', { params: { id: delegate.id } });
      await refreshDelegation();
      toast({ message: t.link.revoked });
      onClose();
    });
  const copy = async () => {
    await navigator.clipboard.writeText(made?.url ?? '');
    toast({ message: t.link.copied });
  };
  return (
    <Dialog open onClose={onClose} title={t.askOf(name)} wide>
      <div className="mt-3 grid gap-5">
        <p className="text-14 text-ink-2">{t.link.lead}</p>
        {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
        {made ? (
          <>
            <Banner>
              {t.link.made} {made.sent ? t.link.sent : ''}
            </Banner>
            <div className="flex items-end gap-2">
              <div className="grow">
                <TextInput
                  id="link-url"
                  label={t.link.url}
                  hint={t.link.onlyThem}
                  value={made.url}
                  onValue={() => {}}
                  readOnly
                />
              </div>
              <Button onClick={() => void copy()}>{t.link.copy}</Button>
            </div>
          </>
        ) : (
          <>
            {status.link ? <Banner>{t.link.working(formatDay(status.link.endsAt, lang))}</Banner> : null}
            <RadioCards
              label={t.link.lang}
              columns={2}
              value={pageLang}
              onValue={(value) => setPageLang(value as Lang)}
              choices={[
                { value: 'ja', label: t.link.ja },
                { value: 'en', label: t.link.en },
              ]}
            />
            {delegate.email ? (
              <Checkbox checked={send} onChecked={setSend} label={t.link.send(delegate.email)} />
            ) : (
              <p className="text-13h text-ink-3">{t.link.noMail}</p>
            )}
          </>
        )}
        <div className="dialog-actions">
          {status.link && !made ? (
            <Button look="quiet" onClick={revoke} busy={form.busy}>
              {t.link.revoke}
            </Button>
          ) : null}
          <Button onClick={onClose}>{made ? t.close : shell.cancel}</Button>
          {made ? null : (
            <Button look="primary" onClick={make} busy={form.busy} busyLabel={t.link.making}>
              {status.link ? t.link.renew : t.link.make}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
