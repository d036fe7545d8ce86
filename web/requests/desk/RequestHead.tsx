import type { RequestView } from '#shared/requests/contract.ts';
import { deskTexts } from '#shared/requests/desk-texts.ts';
import { queueTexts } from '#shared/requests/queue-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDeadline, formatShortDay, formatTime, formatWeekday, JAPAN } from '#shared/time.ts';
import { inWords } from '../../in-words.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Tag } from '../../ui/Chip.tsx';
import { Check, TriangleAlert, Users } from '../../ui/icons.tsx';
import { StateGlyph, StatusPill } from '../../ui/StatusPill.tsx';
import { SignOffSection } from '../sign-off/SignOffFacts.tsx';
import { checklistOf } from './checklist.ts';
import { factsOf } from './request-facts.ts';
import { stateWords, titleWords, turnName } from './row-words.ts';

/** Who asks for what, whose turn it is and by when, the answers to decide by, and what is still missing. */
export function RequestHead({ request, others }: { request: RequestView; others: readonly string[] }) {
  const lang = useLang();
  const t = useTexts(deskTexts);
  const queue = useTexts(queueTexts);
  const shown = stateWords(request, lang);
  const checks = checklistOf(request.kind, request.details);
  return (
    <>
      <header className="request-head">
        <div className="request-who">
          <b>{inWords(request.member.name, lang)}</b>
          <span>{request.filedForBy ? t.panel.filedFor(request.filedForBy) : request.createdBy}</span>
          {request.headOfGovernment ? <Tag>{queue.headTag}</Tag> : null}
          {request.late ? <Tag tone="warn">{queue.lateTag}</Tag> : null}
          <StatusPill {...shown} />
        </div>
        <h2>{titleWords(request, lang)}</h2>
        <TurnBox request={request} />
        <SignOffSection request={request} />
        {others.length > 0 ? (
          <p className="request-here" role="status">
            <Users size={14} aria-hidden="true" />
            {t.panel.others(others.map((name) => t.panel.who(name)).join(t.fact.list))}
          </p>
        ) : null}
      </header>
      <Facts request={request} />
      <ul className="request-checks" aria-label={t.panel.checklist}>
        {checks.map(({ name, done, count }) => {
          const words = t.check[name];
          const text = typeof words === 'string' ? words : words(count ?? 0);
          return (
            <li key={name} data-missing={done ? undefined : true}>
              {done ? <Check aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
              {text}
              {done ? null : <span className="hidden-text">{t.panel.missing(1)}</span>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function TurnBox({ request }: { request: RequestView }) {
  const lang = useLang();
  const t = useTexts(deskTexts).panel;
  if (request.turn === 'none') {
    return <p className="request-turn">{t.turnNone}</p>;
  }
  const [before, who, after] = t.turnMember(turnName(request, lang)).split('\u0000');
  const mine = request.turn === 'desk';
  return (
    <div className="request-turn" data-turn={request.turn}>
      <StateGlyph state={request.turn === 'member' ? 'action' : stateWords(request, lang).state} size={18} />
      <span>
        {before}
        <b>{who}</b>
        {after}
        {request.nextStep ? (mine ? t.doing(request.nextStep) : t.waitsFor(request.nextStep)) : null}
      </span>
      {request.dueAt ? (
        <strong title={formatDeadline(request.dueAt, lang)}>
          {t.by(
            formatShortDay(request.dueAt, lang, JAPAN),
            formatWeekday(request.dueAt, lang, JAPAN),
            formatTime(request.dueAt, JAPAN),
          )}
        </strong>
      ) : null}
    </div>
  );
}

function Facts({ request }: { request: RequestView }) {
  const lang = useLang();
  const t = useTexts(deskTexts);
  const shell = useTexts(shellTexts);
  return (
    <dl className="request-facts">
      <dt>{t.fact.owner}</dt>
      <dd>
        <Avatar name={request.owner?.name ?? null} />
        {request.owner?.name ?? shell.unassigned}
      </dd>
      {factsOf(request, lang).map(({ label, text }) => (
        <FactPair key={label} label={label} text={text} />
      ))}
    </dl>
  );
}

function FactPair({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  );
}
