import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { EventView } from '#shared/events/contract.ts';
import { REQUEST_KINDS, type RequestKind } from '#shared/requests/kind-names.ts';
import { kindOf } from '#shared/requests/kinds.ts';
import { wizardTexts } from '#shared/requests/wizard-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDeadline } from '#shared/time.ts';
import { call } from '../api.ts';
import { useTitle } from '../layouts/use-title.ts';
import { useGo } from '../navigation.ts';
import { paths } from '../paths.ts';
import { useMe, useNow } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { RadioCards } from '../ui/Choices.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { useForm } from '../ui/use-form.ts';
import { Drafts } from './Drafts.tsx';
import { eventQuery, keepRequest } from './use-requests.ts';

/** What to ask for; then the wizard of that kind begins. Unfinished requests come first. */
export function NewRequestPage() {
  const lang = useLang();
  const t = useTexts(wizardTexts).choose;
  const words = useTexts(requestWords);
  const form = useForm(useTexts(shellTexts));
  const go = useGo();
  const slug = useMe()?.currentEvent?.slug ?? '';
  const event = useQuery({ ...eventQuery(slug), enabled: slug !== '' }).data;
  const now = useNow();
  const [kind, setKind] = useState<RequestKind | null>(null);
  useTitle(t.title);
  const notes = useTexts(wizardTexts);
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    void form.send(kind ? [] : [{ id: 'kind', message: t.missing }], async (idempotencyKey) => {
      if (!kind) return;
      const request = await call('POST /api/requests', { body: { event: slug, kind }, idempotencyKey });
      keepRequest(request);
      go(paths.editRequest(request.id, kindOf(kind).steps[0] ?? ''));
    });
  };
  const windowNote = (of: RequestKind, view: EventView | undefined) => {
    const window = view?.windows.find((one) => one.kind === of);
    if (!window) return null;
    const closed = formatDeadline(window.closesAt, lang);
    if (new Date(window.opensAt) > now) return notes.notOpen(formatDeadline(window.opensAt, lang));
    if (new Date(window.closesAt) > now) return t.closes(closed);
    return window.late === 'mark' ? notes.late(closed) : notes.closed(closed);
  };
  if (!slug) return <EmptyState title={t.noEvent} />;
  return (
    <div className="mx-auto max-w-[640px]">
      <Drafts slug={slug} />
      <form onSubmit={submit} noValidate className="grid gap-5">
        <ErrorSummary errors={form.errors} />
        {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
        <div>
          <h1>{t.title}</h1>
          <p className="text-16 text-ink-2">{t.lead}</p>
        </div>
        <RadioCards
          id="kind"
          label={t.kind}
          error={form.errorOf('kind')}
          value={kind ?? ''}
          onValue={(value) => setKind(REQUEST_KINDS.find((one) => one === value) ?? null)}
          choices={REQUEST_KINDS.map((one) => ({
            value: one,
            label: words.kind[one],
            hint: (
              <>
                {t.hints[one]} <span className="whitespace-nowrap text-ink-3">{t.minutes[one]}</span>
                <span className="block text-ink-3">{windowNote(one, event)}</span>
              </>
            ),
          }))}
        />
        <div>
          <Button type="submit" look="primary" size={48} busy={form.busy} busyLabel={t.beginning}>
            {t.begin}
          </Button>
        </div>
      </form>
    </div>
  );
}
