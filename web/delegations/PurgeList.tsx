import { useState } from 'react';
import type { PurgeView } from '#shared/delegations/retention.ts';
import { retentionTexts } from '#shared/delegations/retention-texts.ts';
import { whyNot } from '#shared/permission.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDateTime } from '#shared/time.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useActor } from '../layouts/use-account.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { refreshRetention } from './use-retention.ts';

/** Requests to erase, the latest first, with the second person's approval. */
export function PurgeList({ purges }: { purges: readonly PurgeView[] }) {
  const lang = useLang();
  const t = useTexts(retentionTexts);
  const shell = useTexts(shellTexts);
  const actor = useActor();
  const toast = useToast();
  const form = useForm(shell, 'approval');
  const [approving, setApproving] = useState<PurgeView | null>(null);
  if (purges.length === 0) return <p className="text-14 text-ink-3">{t.none}</p>;
  const mayCancel = actor !== null && whyNot(actor, 'retention.request') === null;
  const approve = (id: PurgeView['id']) =>
    void form.send([], async () => {
      await call('POST /api/purges/:id/approval', { params: { id } });
      await refreshRetention();
      toast({ message: t.approved });
      setApproving(null);
    });
  const cancel = (id: PurgeView['id']) =>
    void form.send([], async () => {
      await call('POST /api/purges/:id/cancellation', { params: { id } });
      await refreshRetention();
      toast({ message: t.cancelled });
    });
  return (
    <>
      {form.failure && !approving ? <Banner kind="error">{form.failure}</Banner> : null}
      <ul className="grid gap-3">
        {purges.map((one) => (
          <li key={one.id} className="card flex flex-wrap items-center justify-between gap-3 p-4 text-14">
            <span className="grid gap-1">
              <b>
                {t.kind[one.kind]} <Tag>{t.state[one.state]}</Tag>
              </b>
              <span>
                {t.total(
                  one.report.reduce((sum, line) => sum + line.identities, 0),
                  one.report.length,
                )}
              </span>
              {one.held.length > 0 ? (
                <span>{t.held(one.held.map((name) => inWords(name, lang)).join(t.and))}</span>
              ) : null}
              <small className="text-12h text-ink-3">
                {t.asked(one.requestedBy, formatDateTime(one.requestedAt, lang))}
              </small>
              {one.approvedBy && one.approvedAt ? (
                <small className="text-12h text-ink-3">
                  {t.approvedBy(one.approvedBy, formatDateTime(one.approvedAt, lang))}
                </small>
              ) : null}
              {one.state === 'waiting' ? (
                <small className="text-12h text-kaki-700">{t.approveBy(formatDateTime(one.approveBy, lang))}</small>
              ) : null}
            </span>
            {one.state === 'waiting' ? (
              <span className="flex flex-wrap gap-2">
                {mayCancel ? (
                  <Button look="quiet" onClick={() => cancel(one.id)} busy={form.busy}>
                    {t.cancel}
                  </Button>
                ) : null}
                <Button
                  onClick={() => setApproving(one)}
                  {...(one.whyNotApprove ? { disabledReason: one.whyNotApprove } : {})}
                >
                  {t.approve}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {approving ? (
        <Dialog
          open
          onClose={() => setApproving(null)}
          title={t.approveTitle}
          actions={
            <>
              <Button onClick={() => setApproving(null)}>{shell.cancel}</Button>
              <Button look="danger" onClick={() => approve(approving.id)} busy={form.busy} busyLabel={t.approving}>
                {t.approve}
              </Button>
            </>
          }
        >
          {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
          <p className="mt-3 text-14">{t.approveBody}</p>
        </Dialog>
      ) : null}
    </>
  );
}
