import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FindingView } from '#shared/clashes/contract.ts';
import { clashTexts } from '#shared/clashes/texts.ts';
import type { DraftView, PlaceSession, SessionView } from '#shared/schedule/contract.ts';
import { formatShortDay, formatTime } from '#shared/time.ts';
import { call } from '../api.ts';
import { AcknowledgeDialog } from '../clashes/AcknowledgeDialog.tsx';
import { inWords } from '../in-words.ts';
import { paths } from '../paths.ts';
import { useLang, useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { ButtonLink } from '../ui/Link.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';

type FindingActionsProps = {
  finding: FindingView;
  draft: DraftView;
  /** Why this person may not arrange the programme, or null. */
  stopped: string | null;
  onOpen: (session: SessionView) => void;
  onMend: (session: SessionView, where: PlaceSession) => Promise<unknown>;
};

const BY_SPEAKER: readonly FindingView['kind'][] = ['two_places', 'short_way', 'no_pass', 'away', 'no_speaker'];

/** What can be done about a finding: the remedy by one button, the session or the municipality, or letting it be. */
export function FindingActions({ finding, draft, stopped, onOpen, onMend }: FindingActionsProps) {
  const lang = useLang();
  const t = useTexts(clashTexts);
  const toast = useToast();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { busy, send } = useSending();
  const sessions = new Map(draft.sessions.map((one) => [one.id as string, one]));
  const { remedy, kind } = finding;
  const moved = remedy ? sessions.get(remedy.sessionId) : undefined;
  const session = sessions.get(finding.about.at(-1)?.id ?? '');
  const reopen = () =>
    send(async () => {
      const slug = client.getQueryCache().findAll({ queryKey: ['findings'] })[0]?.queryKey[1] as string;
      const params = { event: slug, key: finding.key };
      const answer = await call('DELETE /api/events/:event/findings/:key/acknowledgement', { params });
      client.setQueryData(['findings', slug], answer);
      toast({ message: t.reopened });
    });
  const day = remedy ? formatShortDay(remedy.startsAt, lang, draft.timeZone) : '';
  const room = draft.rooms.find((one) => one.id === remedy?.roomId);
  const when = remedy
    ? `${day} ${formatTime(remedy.startsAt, draft.timeZone)} ${room ? inWords(room.name, lang) : ''}`
    : '';
  return (
    <>
      {remedy && moved ? (
        <Button
          size={30}
          busy={busy}
          disabledReason={stopped}
          onClick={() => {
            const { roomId, startsAt, minutes } = remedy;
            void send(() => onMend(moved, { roomId, startsAt, minutes }));
          }}
        >
          {t.remedy(inWords(moved.title, lang), when)}
        </Button>
      ) : null}
      {kind === 'missing_text' && session?.requestId ? (
        <ButtonLink size={30} href={paths.deskRequest(session.requestId)}>
          {t.askForText}
        </ButtonLink>
      ) : session ? (
        <Button size={30} onClick={() => onOpen(session)}>
          {BY_SPEAKER.includes(kind) ? t.changeSpeaker : t.openSession}
        </Button>
      ) : null}
      {finding.acknowledged ? (
        <Button size={30} busy={busy} disabledReason={stopped} onClick={() => void reopen()}>
          {t.reopen}
        </Button>
      ) : (
        <Button size={30} disabledReason={stopped} onClick={() => setAsking(true)}>
          {t.acknowledge}
        </Button>
      )}
      {asking ? <AcknowledgeDialog finding={finding} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
