import { requestWords } from '#shared/requests/words.ts';
import type { SessionView, SpeakerView } from '#shared/schedule/contract.ts';
import { paddedTime } from '#shared/schedule/pads.ts';
import type { SheetView } from '#shared/schedule/sheet-contract.ts';
import { dualTime, formatDay, formatTime } from '#shared/time.ts';
import { Both, Cares, caresOf, en, ja, Label, nameOf, roleOf } from './sheet-parts.tsx';

/** One session on A4 for whoever runs it: times of both clocks, people, minutes, and what to mind. In both languages. */
export function RunSheet({ sheet }: { sheet: SheetView }) {
  const { session, room, event } = sheet;
  const notices = noticesOf(session);
  return (
    <article className="run-sheet">
      <header className="sheet-head">
        <p>
          <span>
            {event.shortName}　<Label of={(words) => words.title} />
          </span>
          <span>{sheet.reference}</span>
        </p>
        <h2>
          <Both text={session.title} />
        </h2>
        {room ? (
          <p className="sheet-room">
            <span lang="ja">{room.name.ja}</span> <span lang="en">{room.name.en}</span> {room.area}
          </p>
        ) : null}
      </header>
      <Times sheet={sheet} />
      {notices.length > 0 ? (
        <p className="sheet-notice">
          <Label of={(words) => words.notices} /> <Cares of={notices} />
        </p>
      ) : null}
      <Facts session={session} seats={session.capacity ?? room?.capacity ?? null} />
      <People session={session} />
      <Run sheet={sheet} />
      {sheet.questions.ja || sheet.questions.en ? (
        <section className="sheet-questions">
          <h3>
            <Label of={(words) => words.questions} />
          </h3>
          <div>
            <p lang="ja">{sheet.questions.ja}</p>
            <p lang="en">{sheet.questions.en}</p>
          </div>
        </section>
      ) : null}
      <footer>
        <Label of={(words) => words.internal} />
      </footer>
    </article>
  );
}

function noticesOf({ notices }: SessionView) {
  return [
    ...(notices.noPhoto ? [{ ja: ja.noPhoto, en: en.noPhoto }] : []),
    ...(notices.noRecording ? [{ ja: ja.noRecording, en: en.noRecording }] : []),
  ];
}

function Times({ sheet }: { sheet: SheetView }) {
  const { session, event } = sheet;
  if (!session.slot) {
    return (
      <p className="sheet-times">
        <Label of={(words) => words.notPlaced} />
      </p>
    );
  }
  const zone = event.timeZone;
  const held = paddedTime(new Date(session.slot.startsAt), new Date(session.slot.endsAt), session);
  const line = (name: 'setup' | 'public' | 'teardown', from: Date, to: Date) => {
    if (from.getTime() === to.getTime()) return null;
    const times = dualTime(from, to, zone, 'ja');
    return (
      <tr data-part={name}>
        <th scope="row">
          <Label of={(words) => words[name]} />
        </th>
        <td>
          <b>{times.venue}</b>
        </td>
        <td>{times.japan}</td>
        <td>{Math.round((to.getTime() - from.getTime()) / 60_000)}</td>
      </tr>
    );
  };
  return (
    <section className="sheet-times">
      <p>
        <b lang="ja">{formatDay(held.startsAt, 'ja', zone)}</b>{' '}
        <span lang="en">{formatDay(held.startsAt, 'en', zone)}</span>
      </p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">
              <Label of={(words) => words.venue} />
            </th>
            <th scope="col">
              <Label of={(words) => words.japan} />
            </th>
            <th scope="col">
              <Label of={(words) => words.minutes} />
            </th>
          </tr>
        </thead>
        <tbody>
          {line('setup', held.from, held.startsAt)}
          {line('public', held.startsAt, held.endsAt)}
          {line('teardown', held.endsAt, held.to)}
        </tbody>
      </table>
    </section>
  );
}

function Facts({ session, seats }: { session: SessionView; seats: number | null }) {
  const names = (role: 'host' | 'cohost') =>
    session.hosts
      .filter((host) => host.role === role)
      .map((host) => [host.name.ja, host.name.en].filter(Boolean).join(' '))
      .join('、');
  const words = (lang: 'ja' | 'en') => requestWords[lang];
  const pair = (of: (lang: 'ja' | 'en') => string) => `${of('ja')} / ${of('en')}`;
  const facts: [(one: typeof ja | typeof en) => string, string][] = [
    [(one) => one.hosts, names('host')],
    [(one) => one.cohosts, names('cohost')],
    [(one) => one.format, pair((lang) => words(lang).format[session.format])],
    [(one) => one.language, pair((lang) => words(lang).speechLang[session.language])],
    [(one) => one.interpretation, pair((lang) => words(lang).interpretation[session.interpretation])],
    [(one) => one.capacity, seats === null ? '' : String(seats)],
    [(one) => one.stream, streamOf(session)],
    [(one) => one.contact, session.contact || `${ja.noContact} / ${en.noContact}`],
  ];
  return (
    <dl className="sheet-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([of, value]) => (
          <div key={of(ja)}>
            <dt>
              <Label of={of} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function streamOf({ stream }: SessionView): string {
  const words = `${ja.streaming[stream.state]} / ${en.streaming[stream.state]}`;
  return stream.url ? `${words}　${stream.url}` : words;
}

function People({ session }: { session: SessionView }) {
  const row = (speaker: SpeakerView, key: string, rank: string | null) => (
    <tr key={key} data-standby={rank !== null || undefined}>
      <th scope="row">{rank ?? <Both text={roleOf(speaker)} />}</th>
      <td className="sheet-name">
        <Both text={nameOf(speaker)} />
      </td>
      <td>
        <Both
          text={{
            ja: [speaker.organisation.ja, speaker.title.ja].filter(Boolean).join('　'),
            en: [speaker.title.en, speaker.organisation.en].filter(Boolean).join(', '),
          }}
        />
      </td>
      <td>
        <Cares of={caresOf(speaker)} />
      </td>
    </tr>
  );
  return (
    <section>
      <h3>
        <Label of={(words) => words.speakers} />
      </h3>
      <table className="sheet-table">
        <thead>
          <tr>
            {(['role', 'name', 'position', 'care'] as const).map((name) => (
              <th key={name} scope="col">
                <Label of={(words) => words[name]} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {session.speakers.map((speaker, nth) => row(speaker, `s${nth}`, null))}
          {session.standbys.map((speaker, nth) =>
            row(speaker, `b${nth}`, `${ja.standby(nth + 1)} ${en.standby(nth + 1)}`),
          )}
        </tbody>
      </table>
    </section>
  );
}

function Run({ sheet }: { sheet: SheetView }) {
  const { session, items, event } = sheet;
  const begins = session.slot ? Date.parse(session.slot.startsAt) : null;
  let passed = 0;
  const lines = items.map((item) => {
    const from = begins === null ? null : new Date(begins + passed * 60_000);
    passed += item.minutes;
    return { item, from };
  });
  return (
    <section>
      <h3>
        <Label of={(words) => words.run} />
      </h3>
      {items.length === 0 ? (
        <p>
          <Label of={(words) => words.runNone} />
        </p>
      ) : (
        <table className="sheet-table">
          <thead>
            <tr>
              <th scope="col">
                <Label of={(words) => words.venue} />
              </th>
              <th scope="col">
                <Label of={(words) => words.japan} />
              </th>
              <th scope="col">
                <Label of={(words) => words.minutes} />
              </th>
              <th scope="col">
                <Label of={(words) => words.what} />
              </th>
              <th scope="col">
                <Label of={(words) => words.who} />
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ item, from }, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no id, and a printed list does not move
              <tr key={nth}>
                <th scope="row">{from ? formatTime(from, event.timeZone) : ''}</th>
                <td>{from ? dualTime(from, null, event.timeZone, 'ja').japan : ''}</td>
                <td>{item.minutes}</td>
                <td>
                  <Both text={item.what} />
                </td>
                <td>{item.who}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {items.length > 0 && passed !== session.minutes ? (
        <p className="sheet-differs">
          {ja.total(passed, session.minutes)} / {en.total(passed, session.minutes)}
        </p>
      ) : null}
    </section>
  );
}
