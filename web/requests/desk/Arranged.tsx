import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RequestView } from '#shared/requests/contract.ts';
import { deskTexts } from '#shared/requests/desk-texts.ts';
import { formatShortDay } from '#shared/time.ts';
import { call } from '../../api.ts';
import { inWords } from '../../in-words.ts';
import { useLang, useTexts } from '../../texts.ts';
import { DualTime } from '../../ui/DualTime.tsx';

/** What fulfils a request so far: places given, the session's slot, or the meeting. */
export function useArranged(request: RequestView) {
  const { id, kind, state } = request;
  const begun = ['in_triage', 'approved', 'offered', 'fulfilled', 'completed'].includes(state);
  const passes = useQuery({
    queryKey: ['requests', 'passes', id],
    queryFn: ({ signal }) => call('GET /api/requests/:id/passes', { params: { id }, signal }),
    enabled: begun && kind === 'pass',
  }).data?.items;
  const session = useQuery({
    queryKey: ['requests', 'session', id],
    queryFn: ({ signal }) => call('GET /api/requests/:id/session', { params: { id }, signal }),
    enabled: begun && kind === 'speaking',
  }).data;
  const meeting = useQuery({
    queryKey: ['requests', 'meeting', id],
    queryFn: ({ signal }) => call('GET /api/requests/:id/meeting', { params: { id }, signal }),
    enabled: begun && kind === 'bilateral',
  }).data?.meeting;
  return useMemo(() => ({ passes: passes ?? [], session, meeting }), [passes, session, meeting]);
}

export function Arranged({ request }: { request: RequestView }) {
  const lang = useLang();
  const t = useTexts(deskTexts).arranged;
  const { passes, session, meeting } = useArranged(request);
  const zone = request.event.timeZone;
  if (request.kind === 'pass') {
    if (passes.length === 0) return <p className="text-13 text-ink-3">{t.none}</p>;
    return (
      <ul className="grid gap-1 text-13">
        {passes.map((pass) => (
          <li key={pass.id}>
            <b>{pass.delegate.name}</b> {inWords(pass.poolName, lang)} {formatShortDay(pass.from, lang)}–
            {formatShortDay(pass.to, lang)}
          </li>
        ))}
      </ul>
    );
  }
  const slot = session?.session?.slot;
  const at = request.kind === 'speaking' ? slot : meeting?.startsAt ? meeting : null;
  const exists = request.kind === 'speaking' ? Boolean(session?.session) : Boolean(meeting);
  if (!exists) return <p className="text-13 text-ink-3">{t.none}</p>;
  const cancelled = session?.session?.state === 'cancelled' || meeting?.state === 'cancelled';
  const room = session?.room
    ? inWords({ ja: session.room.name, en: session.room.nameEn }, lang)
    : meeting
      ? inWords(meeting.room?.name ?? meeting.place, lang)
      : '';
  return (
    <p className="text-13">
      {cancelled ? <b>{t.cancelled} </b> : null}
      {at?.startsAt ? <DualTime from={at.startsAt} to={at.endsAt} zone={zone} day="long" /> : t.notPlaced}
      {room ? <span className="ml-2">{room}</span> : null}
    </p>
  );
}
