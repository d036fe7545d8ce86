import './wizard.css';
import { useEffect, useRef } from 'react';
import type { EventView } from '#shared/events/contract.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { wizardTexts } from '#shared/requests/wizard-texts.ts';
import { dayOf, formatDay, JAPAN } from '#shared/time.ts';
import { inWords } from '../../in-words.ts';
import { useTitle } from '../../layouts/use-title.ts';
import { paths } from '../../paths.ts';
import { useMe } from '../../query.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Check, Printer } from '../../ui/icons.tsx';
import { ButtonLink, Link } from '../../ui/Link.tsx';
import { Answers } from '../Answers.tsx';
import { peopleOf } from '../people-of.ts';

const DEADLINES_SHOWN = 2;

/** The request has been received: its number, and what happens next by when. Prints with the answers as a copy. */
export function DonePage({ request, event }: { request: RequestView; event: EventView }) {
  const lang = useLang();
  const t = useTexts(wizardTexts).done;
  const account = useMe()?.account;
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(t.title[request.kind]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const received = dayOf(request.submittedAt ?? request.updatedAt, JAPAN);
  const deadlines = event.deadlines
    .filter((one) => one.kind === request.kind && one.tier !== 'network' && dayOf(one.dueAt, JAPAN) > received)
    .sort((one, other) => one.dueAt.localeCompare(other.dueAt))
    .slice(0, DEADLINES_SHOWN);
  const steps = [
    { key: 'received', when: formatDay(received, lang), what: t.received, note: t.now, now: true },
    {
      key: 'review',
      when: request.dueAt && request.turn === 'desk' ? t.until(formatDay(request.dueAt, lang)) : t.later,
      what: t.review,
      note: t.reviewNote,
    },
    { key: 'arrange', when: t.later, what: t.arrange[request.kind], note: t.arrangeNote },
    ...deadlines.map((one) => ({
      key: one.id,
      when: t.until(formatDay(dayOf(one.dueAt, JAPAN), lang)),
      what: inWords(one.name, lang),
      note: one.publishedLabel,
    })),
  ];
  const member = inWords(request.member.name, lang);
  return (
    <div className="done">
      <div className="done-head">
        <span className="done-tick no-print">
          <Check size={28} aria-hidden="true" />
        </span>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {t.title[request.kind]}
          </h1>
          <p className="mt-1 text-16">
            {t.reference} <b className="ml-3 text-20">{request.reference}</b>
          </p>
          {account?.memberId ? <p className="text-13 text-ink-3">{t.mailed(account.email)}</p> : null}
        </div>
      </div>
      <h2 className="mb-3 mt-6">{t.next}</h2>
      <ol className="done-steps">
        {steps.map(({ key, when, what, note, ...rest }) => (
          <li key={key} data-now={'now' in rest || undefined}>
            <span className="done-when">{when}</span>
            <span>
              <b>{what}</b>
              <small>{note}</small>
            </span>
          </li>
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap items-center gap-3 no-print">
        {account?.memberId ? (
          <ButtonLink href={paths.home()} look="primary">
            {t.home(member)}
          </ButtonLink>
        ) : (
          <ButtonLink href={paths.deskRequest(request.id)} look="primary">
            {t.desk}
          </ButtonLink>
        )}
        <Button onClick={() => print()}>
          <Printer aria-hidden="true" />
          {t.print}
        </Button>
        {account?.memberId ? <Link href={paths.newRequest()}>{t.another[request.kind]}</Link> : null}
      </div>
      <div className="print-only">
        <Answers
          kind={request.kind}
          details={request.details}
          context={{ lang, timeZone: event.timeZone, people: peopleOf(request, null) }}
        />
      </div>
    </div>
  );
}
