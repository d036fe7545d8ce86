import type { SheetView } from '#shared/schedule/sheet-contract.ts';
import { dualTime, formatDay } from '#shared/time.ts';
import { Both, Cares, caresOf, Label, nameOf, roleOf } from './sheet-parts.tsx';

/** The moderator's cards: one speaker each, the name large enough to read it out, and who comes next. */
export function ModeratorCards({ sheet }: { sheet: SheetView }) {
  const { session, room, event, biographies } = sheet;
  const { slot, speakers } = session;
  const zone = event.timeZone;
  return (
    <>
      {speakers.map((speaker, nth) => {
        const life = biographies[nth] ?? { ja: '', en: '' };
        const next = speakers[nth + 1];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: speakers have no id, and a printed list does not move
          <article key={`${session.id} ${nth}`} className="moderator-card">
            <header>
              <span>
                {nth + 1}／{speakers.length}
              </span>
              <span lang="ja">{session.title.ja || session.title.en}</span>
              <span>
                {slot
                  ? `${formatDay(slot.startsAt, 'ja', zone)} ${dualTime(slot.startsAt, slot.endsAt, zone, 'ja').venue}`
                  : ''}
                {room ? `　${room.name.ja}` : ''}
              </span>
            </header>
            <p className="moderator-role">
              <Both text={roleOf(speaker)} />
            </p>
            <h2>
              <Both text={nameOf(speaker)} />
            </h2>
            <p className="moderator-position">
              <span lang="ja">{[speaker.organisation.ja, speaker.title.ja].filter(Boolean).join('　')}</span>
              <span lang="en">{[speaker.title.en, speaker.organisation.en].filter(Boolean).join(', ')}</span>
            </p>
            <Cares of={caresOf(speaker)} />
            <div className="moderator-life">
              {life.ja || life.en ? (
                <>
                  <p lang="ja">{life.ja}</p>
                  <p lang="en">{life.en}</p>
                </>
              ) : (
                <p>
                  <Label of={(words) => words.noBiography} />
                </p>
              )}
            </div>
            {next ? (
              <footer>
                <Label of={(words) => words.nextOne} /> <b>{nameOf(next).ja || nameOf(next).en}</b>{' '}
                {next.name.ja ? next.name.en : ''}
              </footer>
            ) : null}
          </article>
        );
      })}
    </>
  );
}
