import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { authorityTexts } from '#shared/accounts/authority-texts.ts';
import type { AccountId, DelegateId, OrganisationId } from '#shared/ids.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { dayOf, JAPAN } from '#shared/time.ts';
import { call } from '../api.ts';
import { queryClient, useMe, useNow } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { peopleKey } from './MemberPeople.tsx';

const PREFIX = 'authority';

/** Asks who may act for whom, and on which days. */
export function GiveAuthorityDialog({ memberId, onClose }: { memberId: OrganisationId; onClose: () => void }) {
  const t = useTexts(authorityTexts);
  const shell = useTexts(shellTexts);
  const form = useForm(shell, PREFIX);
  const toast = useToast();
  const event = useMe()?.currentEvent;
  const today = dayOf(useNow(), JAPAN);
  const [words, setWords] = useState({ accountId: '', delegateId: '', fromDay: today, untilDay: event?.endsOn ?? '' });
  const set = (name: keyof typeof words) => (value: string) => setWords({ ...words, [name]: value });
  const people = useQuery({
    queryKey: peopleKey,
    queryFn: ({ signal }) => call('GET /api/accounts', { query: { limit: 200 }, signal }),
  });
  const party = useQuery({
    queryKey: ['delegation', 'to-act-for', event?.slug],
    enabled: event != null,
    queryFn: ({ signal }) => delegatesOf(event?.slug ?? '', memberId, signal),
  });
  const accounts = (people.data?.items ?? [])
    .filter(({ state }) => state !== 'suspended')
    .map(({ id, name, email }) => ({ value: id, label: name || email }));
  const delegates = (party.data ?? []).map((one) => ({
    value: one.id,
    label: `${one.familyName} ${one.givenName}　${one.title.ja}`,
  }));
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    const missing = [
      ...(words.accountId ? [] : [{ id: `${PREFIX}-accountId`, message: t.accountUnfit }]),
      ...(words.delegateId ? [] : [{ id: `${PREFIX}-delegateId`, message: t.delegateUnfit }]),
    ];
    void form.send(missing, async (idempotencyKey) => {
      const [accountId, delegateId] = [words.accountId as AccountId, words.delegateId as DelegateId];
      const body = { ...words, accountId, delegateId };
      await call('POST /api/members/:id/authorities', { params: { id: memberId }, body, idempotencyKey });
      toast({ message: t.given });
      onClose();
      await queryClient.invalidateQueries({ queryKey: ['authorities'] });
    });
  };
  const field = (name: keyof typeof words) => ({
    id: `${PREFIX}-${name}`,
    required: true,
    value: words[name],
    onValue: set(name),
    error: form.errorOf(`${PREFIX}-${name}`),
  });
  return (
    <Dialog open onClose={onClose} title={t.giveTitle}>
      <form onSubmit={submit} noValidate className="mt-3 grid gap-4">
        <ErrorSummary errors={form.errors} />
        {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
        <Select {...field('accountId')} label={t.account} options={accounts} />
        <Select
          {...field('delegateId')}
          label={t.delegate}
          hint={party.data?.length === 0 ? t.noDelegates : t.delegateHint}
          options={delegates}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput {...field('fromDay')} label={t.fromDay} type="date" />
          <TextInput {...field('untilDay')} label={t.untilDay} hint={t.untilHint} type="date" />
        </div>
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={form.busy} busyLabel={t.giving}>
            {t.give}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Who belongs to the municipality's delegation to an event; nobody while there is none. */
async function delegatesOf(event: string, memberId: OrganisationId, signal: AbortSignal) {
  const { items } = await call('GET /api/events/:event/delegations', { params: { event }, signal });
  const own = items.find(({ member }) => member.id === memberId);
  return own ? (await call('GET /api/delegations/:id', { params: { id: own.id }, signal })).delegates : [];
}
