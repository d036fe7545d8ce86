import '../accounts/sign-in.css';
import { type FormEvent, useEffect, useState } from 'react';
import type { IdentityPage as Page } from '#shared/delegations/contract.ts';
import { identityTexts } from '#shared/delegations/identity-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDateTime, formatLongDay } from '#shared/time.ts';
import { useLinkToken } from '../accounts/link-token.ts';
import { call, Refused } from '../api.ts';
import { inWords } from '../in-words.ts';
import { PublicShell } from '../layouts/PublicShell.tsx';
import { useTitle } from '../layouts/use-title.ts';
import { wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { controlId, useForm } from '../ui/use-form.ts';
import { IdentityFields, noIdentity } from './IdentityFields.tsx';
import { OwnConsents } from './OwnConsents.tsx';
import { Viewings } from './Viewings.tsx';

const PREFIX = 'own';

/** A delegate's own page, by their link: enter the passport, decide on the consents, see who looked, keep a copy. */
export function IdentityPage() {
  const lang = useLang();
  const t = useTexts(identityTexts);
  const shell = useTexts(shellTexts);
  const token = useLinkToken();
  const [page, setPage] = useState<Page | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useTitle(t.page.title);
  useEffect(() => {
    if (!token) return;
    call('POST /api/identity/page', { body: { token, lang } }).then(setPage, (error: unknown) => {
      const ended = error instanceof Refused && error.code === 'link-not-valid';
      setFailure(ended ? t.page.ended : wordsOf(error, shell));
    });
  }, [token, lang, shell, t]);
  return (
    <PublicShell>
      <h1 className="text-28">{t.page.title}</h1>
      {failure || !token ? <Banner kind="error">{failure ?? t.page.noLink}</Banner> : null}
      {token && !page && !failure ? <Skeleton rows={5} /> : null}
      {token && page ? <Own token={token} page={page} onPage={setPage} /> : null}
    </PublicShell>
  );
}

function Own({ token, page, onPage }: { token: string; page: Page; onPage: (page: Page) => void }) {
  const lang = useLang();
  const t = useTexts(identityTexts);
  const { delegate, status } = page;
  const name = `${delegate.familyName} ${delegate.givenName}`;
  return (
    <div className="mt-2 grid gap-8">
      <div>
        <p className="text-17 font-bold">{t.page.hello(name)}</p>
        <p className="text-15 text-ink-2">{t.page.lead(inWords(page.member, lang), page.event.shortName)}</p>
      </div>
      <section aria-labelledby="own-identity" className="grid gap-3">
        <h2 id="own-identity">{t.page.heading}</h2>
        <p className="text-14 text-ink-2">
          {t.page.why} {t.page.until(formatLongDay(page.keptUntil, lang))}
        </p>
        {status.state === 'kept' ? <Banner>{t.page.held(status.passport, status.names)}</Banner> : null}
        {status.state === 'purged' ? <Banner>{t.page.purged}</Banner> : null}
        {status.findings.map((finding) => (
          <Banner key={finding} kind="action">
            {t.finding[finding]}
            {finding === 'expires_early' ? ` – ${t.findingHint(page.event.passportMonths)}` : ''}
          </Banner>
        ))}
        {status.notYet ? <p className="text-14 text-ink-3">{status.notYet}</p> : null}
        {status.notYet ? null : <OwnPassport token={token} kept={status.state === 'kept'} onPage={onPage} />}
      </section>
      <OwnConsents token={token} page={page} onPage={onPage} />
      <section aria-labelledby="own-viewings" className="grid gap-2">
        <h2 id="own-viewings">{t.page.whoHeading}</h2>
        <Viewings viewings={page.viewings} />
      </section>
      <div className="grid gap-1 text-13h text-ink-3">
        <span>
          <Button onClick={() => saveCopy(page)}>{t.page.fetch}</Button>
        </span>
        <span>{t.page.fetchHint}</span>
        <span>{t.page.linkUntil(formatDateTime(page.linkEndsAt, lang))}</span>
      </div>
    </div>
  );
}

/** The form; once the data are kept it opens again only to replace them. */
function OwnPassport({ token, kept, onPage }: { token: string; kept: boolean; onPage: (page: Page) => void }) {
  const lang = useLang();
  const t = useTexts(identityTexts);
  const shell = useTexts(shellTexts);
  const form = useForm(shell, PREFIX);
  const [state, setState] = useState(noIdentity);
  const [open, setOpen] = useState(!kept);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.send([], async () => {
      onPage(await call('PUT /api/identity/page', { body: { token, lang, identity: state } }));
      setState(noIdentity);
      setOpen(false);
    });
  };
  if (!open) {
    return (
      <span>
        <Button onClick={() => setOpen(true)}>{t.page.correct}</Button>
      </span>
    );
  }
  return (
    <form onSubmit={submit} noValidate autoComplete="off" className="grid gap-4">
      <ErrorSummary errors={form.errors} />
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
      <IdentityFields
        state={state}
        onChange={(change) => setState({ ...state, ...change })}
        at={(field) => {
          const id = controlId(`/identity/${field}`, PREFIX);
          return { id, error: form.errorOf(id) };
        }}
      />
      <Button type="submit" look="primary" size={48} busy={form.busy} busyLabel={t.saving}>
        {t.save}
      </Button>
    </form>
  );
}

function saveCopy(page: Page): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(page, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'cop-desk-my-data.json';
  link.click();
  URL.revokeObjectURL(address);
}
