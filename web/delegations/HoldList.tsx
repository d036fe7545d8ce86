import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HoldView } from '#shared/delegations/retention.ts';
import { retentionTexts } from '#shared/delegations/retention-texts.ts';
import type { OrganisationId } from '#shared/ids.ts';
import { whyNot } from '#shared/permission.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDateTime } from '#shared/time.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useActor } from '../layouts/use-account.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { refreshRetention } from './use-retention.ts';

/** Whose data are not erased although their time is over, and the two steps by which that ends. */
export function HoldList({ event, holds }: { event: string; holds: readonly HoldView[] }) {
  const lang = useLang();
  const t = useTexts(retentionTexts);
  const shell = useTexts(shellTexts);
  const actor = useActor();
  const toast = useToast();
  const form = useForm(shell, 'hold');
  const [placing, setPlacing] = useState(false);
  const refused = actor ? whyNot(actor, 'retention.hold') : null;
  const step = (key: 'POST /api/holds/:id/end-request' | 'POST /api/holds/:id/end', id: HoldView['id'], said: string) =>
    void form.send([], async () => {
      await call(key, { params: { id } });
      await refreshRetention();
      toast({ message: said });
    });
  return (
    <section aria-labelledby="holds" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="holds">{t.holds}</h2>
        <Button onClick={() => setPlacing(true)} {...(refused ? { disabledReason: refused } : {})}>
          {t.placeHold}
        </Button>
      </div>
      <p className="text-14 text-ink-3">{holds.length > 0 ? t.holdsLead : t.noHolds}</p>
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
      {holds.length > 0 ? (
        <ul className="grid gap-3">
          {holds.map(({ id, member, reason, placedBy, placedAt, ending, whyNotAsk, whyNotEnd }) => (
            <li key={id} className="card flex flex-wrap items-center justify-between gap-3 p-4 text-14">
              <span className="grid gap-1">
                <b>{inWords(member, lang)}</b>
                <span className="whitespace-pre-wrap">{reason}</span>
                <small className="text-12h text-ink-3">{t.holdBy(placedBy, formatDateTime(placedAt, lang))}</small>
                {ending ? (
                  <small className="text-12h text-kaki-700">
                    {t.endingBy(ending.askedBy, formatDateTime(ending.agreeBy, lang))}
                  </small>
                ) : null}
              </span>
              {ending ? (
                <Button
                  onClick={() => step('POST /api/holds/:id/end', id, t.agreed)}
                  busy={form.busy}
                  {...(whyNotEnd ? { disabledReason: whyNotEnd } : {})}
                >
                  {t.agree}
                </Button>
              ) : (
                <Button
                  look="quiet"
                  onClick={() => step('POST /api/holds/:id/end-request', id, t.endAsked)}
                  busy={form.busy}
                  {...(whyNotAsk ? { disabledReason: whyNotAsk } : {})}
                >
                  {t.askEnd}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {placing ? <PlaceHoldDialog event={event} onClose={() => setPlacing(false)} /> : null}
    </section>
  );
}

function PlaceHoldDialog({ event, onClose }: { event: string; onClose: () => void }) {
  const lang = useLang();
  const t = useTexts(retentionTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const form = useForm(shell, 'hold');
  const [memberId, setMemberId] = useState('');
  const [reason, setReason] = useState('');
  const { data } = useQuery({ queryKey: ['members'], queryFn: ({ signal }) => call('GET /api/members', { signal }) });
  const options = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: inWords(name, lang) }));
  const place = () =>
    void form.send([], async () => {
      await call('POST /api/events/:event/holds', {
        params: { event },
        body: { memberId: memberId as OrganisationId, reason },
      });
      await refreshRetention();
      toast({ message: t.placed });
      onClose();
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.placeHold}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" onClick={place} busy={form.busy} busyLabel={t.placing}>
            {t.placeHold}
          </Button>
        </>
      }
    >
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
      <div className="mt-3 grid gap-4">
        <Select
          id="hold-memberId"
          label={t.holdMember}
          required
          value={memberId}
          onValue={setMemberId}
          options={options}
          error={form.errorOf('hold-memberId') ?? null}
        />
        <TextArea
          id="hold-reason"
          label={t.holdReason}
          required
          rows={3}
          value={reason}
          onValue={setReason}
          error={form.errorOf('hold-reason') ?? null}
        />
      </div>
    </Dialog>
  );
}
