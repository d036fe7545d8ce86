import { inLang } from '#shared/lang.ts';
import type { PublicDayView } from '#shared/schedule/public-view.ts';
import { formatDateTime, formatDay } from '#shared/time.ts';
import { conditionWords, offsetWords } from './Filters.tsx';
import { pavilionOf } from './Frame.tsx';
import { Names, startOf, Text } from './Inline.tsx';
import { Qr } from './Qr.tsx';
import { Before, Title } from './SessionCard.tsx';
import type { PublicWords } from './words.ts';

/** What tells later whether this paper is still right. */
function Code({ view: { site, event }, code, t }: { view: PublicDayView; code: string; t: PublicWords }) {
  const address = `${site.publicUrl}/schedule/${event.slug}/paper/${code}`;
  return (
    <span className="code">
      <Qr text={address} />
      <span>{t.screen.paper.scan}</span>
      <b>{code}</b>
    </span>
  );
}

/** The day on paper: one line a session, by time. */
export function PrintList({ view, t, filtered }: { view: PublicDayView; t: PublicWords; filtered: boolean }) {
  const { event, day, release } = view;
  const at = formatDateTime(release.releasedAt, t.lang);
  return (
    <table className="print">
      <caption>
        {view.code ? <Code view={view} code={view.code} t={t} /> : null}
        <span>{t.where(event.shortName, inLang(event.city, t.lang).text)}</span>
        <b>{t.programmeOf(formatDay(day.day, t.lang))}</b>
        <span>
          {offsetWords(view, t)} {filtered ? conditionWords(view, t) : ''}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t.venue}</th>
          <th scope="col">{t.japan}</th>
          <th scope="col">{t.column.room}</th>
          <th scope="col">{t.column.session}</th>
          <th scope="col">{t.column.hosts}</th>
          <th scope="col">{t.column.interpreted}</th>
        </tr>
      </thead>
      <tfoot>
        <tr>
          <td colSpan={6}>
            {pavilionOf(event, t)} {t.release(release.number)} {t.releasedAt(at)}
          </td>
        </tr>
      </tfoot>
      <tbody>
        {view.sessions.map((shown) => (
          <tr key={shown.session.id}>
            <th scope="row">
              {shown.venue} <Before shown={shown} t={t} />
            </th>
            <td>{startOf(shown.japan)}</td>
            <td>
              <Text of={shown.session.room.name} t={t} />
            </td>
            <td>
              {shown.session.state === 'cancelled' ? `${t.cancelled} ` : ''}
              <Title shown={shown} t={t} />
            </td>
            <td>
              <Names of={shown.session.hosts.map(({ name }) => name)} t={t} />
            </td>
            <td>{shown.session.interpretation === 'simultaneous' ? t.interpretedMark : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
