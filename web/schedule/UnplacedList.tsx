import { useState } from 'react';
import type { RequestRow } from '#shared/requests/contract.ts';
import { foldForSearch } from '#shared/requests/search.ts';
import { requestWords } from '#shared/requests/words.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { formatShortDay } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Search } from '../ui/icons.tsx';
import type { Carry } from './use-carry.ts';

type UnplacedListProps = {
  sessions: readonly SessionView[];
  requests: readonly RequestRow[];
  carry: Carry;
  /** Why this person may not arrange the programme, or null. */
  stopped: string | null;
  onMake: (request: RequestRow) => void;
  onOpen: (session: SessionView) => void;
  onMove: (session: SessionView) => void;
};

/** Sessions without a time and a room, and approved requests that are no session yet. */
export function UnplacedList({ sessions, requests, carry, stopped, onMake, onOpen, onMove }: UnplacedListProps) {
  const lang = useLang();
  const t = useTexts(scheduleTexts);
  const [words, setWords] = useState('');
  const folded = foldForSearch(words);
  const fits = (...texts: string[]) => texts.some((text) => foldForSearch(text).includes(folded));
  const shown = sessions.filter((one) =>
    fits(one.title.ja, one.title.en, ...one.hosts.flatMap((host) => [host.name.ja, host.name.en])),
  );
  const asked = requests.filter((one) => fits(one.title.ja, one.title.en, one.member.name.ja, one.member.name.en));
  return (
    <aside className="unplaced" aria-label={t.unplaced}>
      <header>
        <h2>{t.unplaced}</h2> <span>{t.count(sessions.length)}</span>
      </header>
      <label className="unplaced-search">
        <Search size={16} aria-hidden="true" />
        <input
          type="search"
          aria-label={t.search}
          placeholder={t.search}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      {sessions.length === 0 ? <p className="unplaced-none">{t.noneUnplaced}</p> : null}
      {sessions.length > 0 && shown.length === 0 ? <p className="unplaced-none">{t.noneFound}</p> : null}
      <ul>
        {shown.map((session) => (
          <li
            key={session.id}
            data-session={session.id}
            data-theme={session.theme}
            data-carried={carry.session?.id === session.id || undefined}
          >
            <button
              type="button"
              className="unplaced-title"
              onClick={() => onOpen(session)}
              onKeyDown={(event) => carry.onKey(event, session)}
            >
              <b>{inWords(session.title, lang)}</b>
              <span>{session.hosts.map((host) => inWords(host.name, lang)).join('・')}</span>
              <small>
                {t.minutes(session.minutes)}　<WishLine session={session} />
              </small>
            </button>
            <Button size={30} disabledReason={stopped} onClick={() => onMove(session)}>
              {t.move}
            </Button>
          </li>
        ))}
      </ul>
      {asked.length > 0 ? (
        <>
          <header>
            <h2>{t.approvedRequests}</h2> <span>{t.count(asked.length)}</span>
          </header>
          <ul>
            {asked.map((request) => (
              <li key={request.id}>
                <span className="unplaced-title">
                  <b>{inWords(request.title, lang)}</b>
                  <span>{inWords(request.member.name, lang)}</span>
                  <small>{request.reference}</small>
                </span>
                <Button size={30} disabledReason={stopped} onClick={() => onMake(request)}>
                  {t.makeSession}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </aside>
  );
}

function WishLine({ session }: { session: SessionView }) {
  const lang = useLang();
  const t = useTexts(scheduleTexts);
  const words = useTexts(requestWords);
  const [first] = session.wishes;
  return first ? t.wish(1, `${formatShortDay(first.day, lang)} ${words.dayPart[first.part]}`) : t.noWish;
}
