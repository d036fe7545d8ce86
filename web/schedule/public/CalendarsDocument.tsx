import { calendarTexts } from '#shared/schedule/calendar-texts.ts';
import { calendarsAddress } from '#shared/schedule/public-calendars.ts';
import type { CalendarLink, CalendarsView } from '#shared/schedule/public-view.ts';
import { textsIn } from '#shared/text.ts';
import { Frame, pavilionOf } from './Frame.tsx';
import { Icon } from './Inline.tsx';
import type { PublicWords } from './words.ts';

/** The page that lists every calendar address, and says how to use one. */
export function CalendarsDocument({ view, t }: { view: CalendarsView; t: PublicWords }) {
  const { site, event, release, lang, all, rooms, themes, members, files } = view;
  const own = textsIn(calendarTexts, lang);
  const sections = [
    { name: own.all, links: [all] },
    { name: own.rooms, links: rooms },
    { name: own.themes, links: themes },
    { name: own.members, links: members },
  ].filter(({ links }) => links.length > 0);
  return (
    <Frame
      {...{ site, event, release, t }}
      title={own.title}
      description={own.describe(pavilionOf(event, t))}
      address={(other) => calendarsAddress(event.slug, other)}
    >
      <div className="one">
        <a className="back" href={`/schedule/${event.slug}${lang === 'ja' ? '' : `?lang=${lang}`}`}>
          <Icon name="back" />
          {own.back}
        </a>
        <h1>{own.title}</h1>
        <p>{own.lead}</p>
        <p>{own.once}</p>
        <section className="how" aria-labelledby="how">
          <h2 id="how">{own.help}</h2>
          <ul>
            {[own.steps.apple, own.steps.google, own.steps.outlook, own.times, own.slow, own.cancelled].map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </section>
        {sections.map(({ name, links }, index) => (
          <section key={name} aria-labelledby={`calendars-${index}`}>
            <h2 id={`calendars-${index}`}>{name}</h2>
            <ul className="addresses">
              {links.map((link) => (
                <Address key={link.https} link={link} own={own} />
              ))}
            </ul>
          </section>
        ))}
        <section aria-labelledby="files">
          <h2 id="files">{own.files}</h2>
          <p>{own.filesMore}</p>
          <ul className="addresses">
            {Object.entries({ 'schedule.xml': files.xml, 'schedule JSON': files.json }).map(([name, address]) => (
              <li key={name}>
                <b>{name}</b>
                <a href={address}>{address}</a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Frame>
  );
}

type Own = typeof calendarTexts.ja | typeof calendarTexts.en;

function Address({ link, own }: { link: CalendarLink; own: Own }) {
  return (
    <li>
      <b>{link.name}</b>
      <span className="act">
        <a className="do" href={link.webcal} aria-label={own.subscribeTo(link.name)}>
          {own.subscribe}
        </a>
        <a className="do" href={link.https} aria-label={own.saveOf(link.name)} download>
          {own.save}
        </a>
      </span>
      <code>{link.https}</code>
    </li>
  );
}
