import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { issuerTexts } from '#shared/accounts/issuer-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Building2 } from '../ui/icons.tsx';
import { Select } from '../ui/Select.tsx';

/** As many buttons as can be told apart at a glance; beyond, one list. */
const MOST_BUTTONS = 3;

/** The organisations with an issuer of their own, the same for everybody; nothing at all where there are none. */
export function ByIssuer() {
  const lang = useLang();
  const t = useTexts(issuerTexts);
  const shell = useTexts(shellTexts);
  const [chosen, setChosen] = useState('');
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const { data } = useQuery({
    queryKey: ['issuers'],
    queryFn: ({ signal }) => call('GET /api/auth/issuers', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data || data.items.length === 0) return null;
  const go = async (issuer: string) => {
    setBusy(issuer);
    setFailure(null);
    try {
      const { address } = await call('POST /api/auth/issuers/:issuer/sign-in', { params: { issuer } });
      location.assign(address);
    } catch (error) {
      setFailure(wordsOf(error, shell));
      setBusy(null);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!chosen);
    if (chosen && !busy) void go(chosen);
  };
  const wrong = failure ? <Banner kind="error">{failure}</Banner> : null;
  if (data.items.length <= MOST_BUTTONS) {
    return (
      <>
        {wrong}
        {data.items.map(({ id, label }) => (
          <Button
            key={id}
            className="w-full"
            size={48}
            busy={busy === id}
            busyLabel={t.going}
            onClick={() => void go(id)}
          >
            <Building2 aria-hidden="true" />
            {t.signIn(inWords(label, lang))}
          </Button>
        ))}
      </>
    );
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      {wrong}
      <Select
        label={t.choose}
        value={chosen}
        onValue={setChosen}
        empty={t.chooseFirst}
        error={missing ? t.chooseFirst : undefined}
        options={data.items.map(({ id, label }) => ({ value: id, label: inWords(label, lang) }))}
      />
      <Button type="submit" className="w-full" size={48} busy={busy !== null} busyLabel={t.going}>
        <Building2 aria-hidden="true" />
        {t.go}
      </Button>
    </form>
  );
}
