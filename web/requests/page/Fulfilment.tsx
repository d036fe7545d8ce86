import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RequestView } from '#shared/requests/contract.ts';
import { memberTexts } from '#shared/requests/member-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { formatDay } from '#shared/time.ts';
import { type Answer, call } from '../../api.ts';
import { inWords } from '../../in-words.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Tag } from '../../ui/Chip.tsx';
import { DualTime } from '../../ui/DualTime.tsx';
import { LangText } from '../../ui/LangText.tsx';
import { requestKey } from '../use-requests.ts';

const BEGUN: readonly RequestView['state'][] = [
  'in_triage',
  'approved',
  'waitlisted',
  'offered',
  'fulfilled',
  'completed',
];

/** What fulfils the request so far: passes, the session, or the meeting. Nothing while there is nothing. */
export function Fulfilment({ request }: { request: RequestView }) {
  if (!BEGUN.includes(request.state)) return null;
  if (request.kind === 'pass') return <Passes request={request} />;
  return request.kind === 'speaking' ? <Session request={request} /> : <Meeting request={request} />;
}

function Passes({ request: { id } }: { request: RequestView }) {
  const lang = useLang();
  const t = useTexts(memberTexts).page;
  const words = useTexts(requestWords);
  const { data } = useQuery({
    queryKey: [...requestKey(id), 'passes'],
    queryFn: ({ signal }) => call('GET /api/requests/:id/passes', { params: { id }, signal }),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Settled>
      <ul className="settled-list">
        {data.items.map((pass) => (
          <li key={pass.id}>
            <b>{pass.delegate.name}</b>
            <span>{words.zone[pass.zone]}</span>
            <span>{t.days(formatDay(pass.from, lang), formatDay(pass.to, lang))}</span>
            <Tag>{t[pass.state]}</Tag>
          </li>
        ))}
      </ul>
    </Settled>
  );
}

function Session({ request: { id, event } }: { request: RequestView }) {
  const lang = useLang();
  const t = useTexts(memberTexts).page;
  const { data } = useQuery({
    queryKey: [...requestKey(id), 'session'],
    queryFn: ({ signal }) => call('GET /api/requests/:id/session', { params: { id }, signal }),
  });
  const session = data?.session;
  if (!session) return null;
  return (
    <Settled>
      <p className="font-bold">
        <LangText text={session.title} /> {session.state === 'cancelled' ? <Tag tone="late">{t.cancelled}</Tag> : null}
      </p>
      {session.slot ? (
        <p className="flex flex-wrap gap-x-4">
          <DualTime
            from={session.slot.startsAt}
            to={session.slot.endsAt}
            zone={data.room?.timeZone ?? event.timeZone}
            day="long"
          />
          {data.room ? inWords({ ja: data.room.name, en: data.room.nameEn }, lang) : null}
        </p>
      ) : (
        <p className="text-ink-3">{t.notPlaced}</p>
      )}
    </Settled>
  );
}

type MeetingOf = NonNullable<Answer<'GET /api/requests/:id/meeting'>['meeting']>;

function Meeting({ request: { id } }: { request: RequestView }) {
  const lang = useLang();
  const t = useTexts(memberTexts).page;
  const { data } = useQuery({
    queryKey: [...requestKey(id), 'meeting'],
    queryFn: ({ signal }) => call('GET /api/requests/:id/meeting', { params: { id }, signal }),
  });
  const meeting = data?.meeting;
  if (!meeting) return null;
  const place = (one: MeetingOf) => [
    one.room ? inWords(one.room.name, lang) : '',
    one.room?.area,
    inWords(one.place, lang),
  ];
  return (
    <Settled>
      <p className="font-bold">
        <LangText text={meeting.counterpart.name} /> {meeting.counterpartPerson}{' '}
        {meeting.state === 'cancelled' ? <Tag tone="late">{t.cancelled}</Tag> : null}
      </p>
      {meeting.startsAt ? (
        <p className="flex flex-wrap gap-x-4">
          <DualTime from={meeting.startsAt} to={meeting.endsAt} zone={meeting.timeZone} day="long" />
          {place(meeting).filter(Boolean).join(' ')}
        </p>
      ) : (
        <p className="text-ink-3">{t.notPlaced}</p>
      )}
    </Settled>
  );
}

function Settled({ children }: { children: ReactNode }) {
  const t = useTexts(memberTexts).page;
  return (
    <section className="settled" aria-labelledby="settled">
      <h2 id="settled">{t.fulfilled}</h2>
      {children}
    </section>
  );
}
