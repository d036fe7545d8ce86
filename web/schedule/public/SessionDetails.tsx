import { inLang, type Lang } from '#shared/lang.ts';
import { sessionAddress } from '#shared/schedule/public-params.ts';
import type { ShownSession } from '#shared/schedule/public-view.ts';
import { Icon, Names, Text } from './Inline.tsx';
import { Before } from './SessionCard.tsx';
import type { PublicWords } from './words.ts';

type Props = { shown: ShownSession; t: PublicWords };

/** The title in the other language, when there is one and it is not shown already. */
export function OtherTitle({ shown: { session }, t }: Props) {
  const other: Lang = t.lang === 'ja' ? 'en' : 'ja';
  if (!session.title[other] || !session.title[t.lang]) return null;
  return (
    <p className="other" lang={other}>
      {session.title[other]}
    </p>
  );
}

/** What is known of a session: state, clocks, room, abstract, people. */
export function SessionFacts({ shown, t }: Props) {
  const { session } = shown;
  const place = [session.room.area, session.room.capacity === null ? '' : t.seats(session.room.capacity)];
  return (
    <>
      {session.state === 'cancelled' ? <p className="note">{t.cancelledNote}</p> : null}
      <dl className="when">
        <div>
          <dt>{t.venueTime}</dt>
          <dd>
            {shown.venue} <Before shown={shown} t={t} />
          </dd>
        </div>
        <div>
          <dt>{t.japanTime}</dt>
          <dd>{shown.japan}</dd>
        </div>
      </dl>
      <p className="facts">
        <span>
          <Icon name="pin" />
          <Text of={session.room.name} t={t} /> {place.filter(Boolean).join(' ')}
        </span>
        <span>{t.names.format[session.format]}</span>
        <span>{t.names.speechLang[session.language]}</span>
        {session.interpretation === 'none' ? null : (
          <span>
            <Icon name="heard" />
            {session.interpretation === 'simultaneous' ? t.interpreted : t.names.interpretation.consecutive}
          </span>
        )}
      </p>
      {session.notices.noPhoto || session.notices.noRecording ? (
        <p className="note">
          {[session.notices.noPhoto ? t.noPhoto : '', session.notices.noRecording ? t.noRecording : '']
            .filter(Boolean)
            .join(t.lang === 'ja' ? '・' : ', ')}
        </p>
      ) : null}
      {session.streamUrl ? (
        <p className="facts">
          <a href={session.streamUrl} rel="noreferrer">
            {t.watch}
          </a>
        </p>
      ) : null}
      <Abstract shown={shown} t={t} />
      <dl className="people">
        <dt>{t.hosts}</dt>
        <dd>
          <Names of={session.hosts.map(({ name }) => name)} t={t} />
        </dd>
        {session.speakers.map((speaker) => (
          <Speaker key={`${speaker.name.ja}${speaker.name.en}${speaker.role}`} speaker={speaker} t={t} />
        ))}
      </dl>
    </>
  );
}

function Abstract({ shown: { session }, t }: Props) {
  const { text, lang, fallback } = inLang(session.abstract, t.lang);
  if (!text) return null;
  return (
    <p className="abstract" lang={fallback ? lang : undefined}>
      {text}
    </p>
  );
}

function Speaker({ speaker, t }: { speaker: ShownSession['session']['speakers'][number]; t: PublicWords }) {
  const post = [speaker.organisation, speaker.title].filter(({ ja, en }) => ja || en);
  return (
    <>
      <dt>{t.role[speaker.role]}</dt>
      <dd>
        <b>
          <Text of={speaker.name} t={t} />
        </b>
        {post.map((part) => (
          <span key={`${part.ja}${part.en}`} className="post">
            {' '}
            <Text of={part} t={t} />
          </span>
        ))}
      </dd>
    </>
  );
}

type LinksProps = Props & { slug: string; own: boolean; target?: '_blank' | undefined };

export function SessionLinks({ shown, slug, t, own, target }: LinksProps) {
  const { id } = shown.session;
  return (
    <p className="act">
      <a className="do" href={sessionAddress(slug, id, t.lang, '.ics')} rel="nofollow">
        <Icon name="calendar" />
        {t.toCalendar}
      </a>
      {own ? null : (
        <a className="do" href={sessionAddress(slug, id, t.lang)} target={target} rel={target ? 'noopener' : undefined}>
          {t.details}
        </a>
      )}
    </p>
  );
}
