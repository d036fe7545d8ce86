import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionView } from '#shared/accounts/contract.ts';
import { accountTexts } from '#shared/accounts/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatStamp } from '#shared/time.ts';
import { call } from '../api.ts';
import { queryClient, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { useToast } from '../ui/Toast.tsx';

/** Every place where the person is signed in, and a way to end each. */
export function Sessions() {
  const lang = useLang();
  const t = useTexts(accountTexts).account;
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const [failure, setFailure] = useState<string | null>(null);
  const { data } = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => call('GET /api/auth/sessions', { signal }),
  });
  const [busy, setBusy] = useState(false);
  const ending = async (work: () => Promise<unknown>, message: string) => {
    setFailure(null);
    try {
      await work();
      toast({ message });
      await queryClient.invalidateQueries({ queryKey: ['sessions'] });
    } catch (error) {
      setFailure(wordsOf(error, shell));
    }
  };
  const end = ({ id }: SessionView) =>
    ending(() => call('DELETE /api/auth/sessions/:id', { params: { id } }), t.sessionEnded);
  const endOthers = async () => {
    setBusy(true);
    await ending(() => call('DELETE /api/auth/sessions'), t.othersEnded);
    setBusy(false);
  };
  return (
    <section className="card p-5" aria-labelledby="sessions">
      <h2 id="sessions">{t.sessions}</h2>
      <p className="mb-2 text-14 text-ink-3">{t.sessionsHint}</p>
      {failure ? <Banner kind="error">{failure}</Banner> : null}
      <ul>
        {(data?.items ?? []).map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-3 border-t border-line-soft py-3"
          >
            <span>
              <b>{session.device || t.unnamedDevice}</b> {session.current ? <Tag>{t.thisDevice}</Tag> : null}
              <span className="block text-13 text-ink-3">
                {t.since(formatStamp(session.createdAt, lang))} {t.lastSeen(formatStamp(session.lastSeenAt, lang))}
              </span>
            </span>
            {session.current ? null : (
              <Button
                size={30}
                aria-label={t.endSessionOf(session.device || t.unnamedDevice)}
                onClick={() => void end(session)}
              >
                {t.endSession}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {(data?.items ?? []).some((session) => !session.current) ? (
        <Button busy={busy} busyLabel={t.endingOthers} onClick={() => void endOthers()}>
          {t.endOthers}
        </Button>
      ) : null}
    </section>
  );
}
