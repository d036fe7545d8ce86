import { accountTexts, MEMBER_NAMES } from '#shared/accounts/texts.ts';
import { formatDays } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useMe } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';

const STEP = 30.3;
const TOP = 56;
const HUB = { x: 690, y: 450 };
const INKS = ['#8ccbc0', '#5fb3a5', '#bfe2db', '#2a9486'];
const LEFT = 128;

/** Each municipality is a strand, and all meet at the venue. */
export function Strands() {
  const lang = useLang();
  const t = useTexts(accountTexts).signIn;
  const event = useMe()?.currentEvent;
  const names = MEMBER_NAMES[lang].map((name, index) => ({
    name,
    y: TOP + index * STEP,
    ink: INKS[index % INKS.length] ?? '#8ccbc0',
    far: Math.abs(index - 13) / 13,
  }));
  return (
    <aside className="strands" aria-label={t.artLabel}>
      <svg viewBox="0 0 800 900" preserveAspectRatio="xMidYMid meet" aria-hidden="true">
        <g fill="none" strokeWidth="1.3">
          {names.map(({ name, y, ink, far }) => (
            <path
              key={name}
              d={`M${LEFT} ${y}C${378 + far * 39} ${y} 390 ${HUB.y - (HUB.y - y) * 0.064} ${HUB.x} ${HUB.y}`}
              stroke={ink}
              strokeOpacity={1 - far * 0.5}
            />
          ))}
        </g>
        <g fontSize="13.5" fill="#bfe2db" textAnchor="end" className="strand-names palt">
          {names.map(({ name, y }) => (
            <text key={name} x="114" y={y + 4.8}>
              {name}
            </text>
          ))}
        </g>
        {names.map(({ name, y, ink }) => (
          <circle key={name} cx={LEFT} cy={y} r="2.4" fill={ink} />
        ))}
        <circle cx={HUB.x} cy={HUB.y} r="13" fill="#c03d0e" />
        <circle cx={HUB.x} cy={HUB.y} r="24" fill="none" stroke="#e8825a" strokeOpacity="0.5" />
      </svg>
      {event ? (
        <p className="strands-caption palt">
          <b>{t.event(event.shortName, inWords(event.city, lang))}</b>
          <span>
            {formatDays(event.startsOn, event.endsOn, lang)}
            <br />
            {t.withMembers}
          </span>
        </p>
      ) : null}
    </aside>
  );
}
