import { inLang, type Lang } from '#shared/lang.ts';
import type { PublicEvent } from '#shared/schedule/public-days.ts';
import { publicAddress, readPublicParams } from '#shared/schedule/public-params.ts';
import type { PublicSite } from '#shared/schedule/public-view.ts';
import { formatDays } from '#shared/time.ts';
import { Frame } from './Frame.tsx';
import type { PublicWords } from './words.ts';

type Props = { view: { site: PublicSite; event: PublicEvent; lang: Lang }; t: PublicWords };

/** The page of an event whose programme nobody has published yet: when and where it is. */
export function UnreleasedDocument({ view: { site, event, lang }, t }: Props) {
  const dates = formatDays(event.startsOn, event.endsOn, lang);
  const place = [event.city, event.country].map((one) => inLang(one, lang).text).join(t.listBetween);
  const plain = readPublicParams(new URLSearchParams());
  return (
    <Frame
      {...{ site, event, t }}
      release={null}
      title={t.title}
      description={t.describeEvent(event.shortName, dates)}
      address={(other) => publicAddress(event.slug, { ...plain, lang: other })}
    >
      <div className="one">
        <p>{inLang(event.name, lang).text}</p>
        <h1>{t.unreleased}</h1>
        <p>{t.unreleasedMore}</p>
        <dl className="people">
          <dt>{t.dates}</dt>
          <dd>{dates}</dd>
          <dt>{t.place}</dt>
          <dd>{place}</dd>
        </dl>
      </div>
    </Frame>
  );
}
