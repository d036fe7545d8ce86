import { useQuery } from '@tanstack/react-query';
import type { DelegateView, IdentityStatus } from '#shared/delegations/contract.ts';
import { identityTexts } from '#shared/delegations/identity-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDay } from '#shared/time.ts';
import { call } from '../api.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { refreshDelegation } from './use-delegation.ts';

type Props = {
  event: string;
  delegate: DelegateView;
  status: IdentityStatus;
  name: string;
  mayRecord: boolean;
  onClose: () => void;
};

/** To whom a delegate has agreed, and a way to record what they signed on paper. */
export function ConsentDialog({ event, delegate, status, name, mayRecord, onClose }: Props) {
  const lang = useLang();
  const t = useTexts(identityTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const form = useForm(shell, 'consent');
  const texts = useQuery({
    queryKey: ['consent-texts', event, lang],
    queryFn: ({ signal }) =>
      call('GET /api/events/:event/consent-texts', { params: { event }, query: { lang }, signal }),
  });
  const done = async () => {
    await refreshDelegation();
    toast({ message: t.agree.recorded });
  };
  return (
    <Dialog open onClose={onClose} title={t.consentOf(name)} wide>
      <div className="mt-3 grid gap-4">
        <p className="text-14 text-ink-2">{t.agree.lead}</p>
        {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
        <ul className="grid gap-3">
          {(texts.data?.items ?? []).map(({ receiver, needed, name: to, text, version }) => {
            const one = status.consents.find((consent) => consent.receiver === receiver);
            const params = { id: delegate.id, receiver };
            const record = () =>
              void form.send([], async () => {
                const body = { lang, textVersion: version };
                await call('PUT /api/delegates/:id/consents/:receiver', { params, body });
                await done();
              });
            const withdraw = () =>
              void form.send([], async () => {
                await call('DELETE /api/delegates/:id/consents/:receiver', { params });
                await done();
              });
            return (
              <li key={receiver} className="border-b border-line pb-3">
                <div className="flex flex-wrap items-center justify-between gap-2">
                  <b>
                    {to} <Tag>{needed ? t.agree.needed : t.agree.optional}</Tag>
                  </b>
                  <span className="flex items-center gap-2 text-13h">
                    {one ? t.agree.state[one.state] : ''}
                    {one?.givenAt && one.method ? (
                      <small className="text-12h text-ink-3">
                        {t.agree.given(formatDay(one.givenAt, lang), t.agree.method[one.method])}
                      </small>
                    ) : null}
                    {mayRecord && one?.state === 'given' ? (
                      <Button size={30} look="quiet" onClick={withdraw} busy={form.busy}>
                        {t.agree.withdraw}
                      </Button>
                    ) : null}
                    {mayRecord && one?.state !== 'given' ? (
                      <Button size={30} onClick={record} busy={form.busy}>
                        {t.agree.record}
                      </Button>
                    ) : null}
                  </span>
                </div>
                <details className="mt-1 text-13h text-ink-2">
                  <summary>{t.agree.words}</summary>
                  <p className="mt-1">{text}</p>
                </details>
              </li>
            );
          })}
        </ul>
        <div className="dialog-actions">
          <Button onClick={onClose}>{t.close}</Button>
        </div>
      </div>
    </Dialog>
  );
}
