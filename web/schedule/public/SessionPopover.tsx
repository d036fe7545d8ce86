import type { ShownSession } from '#shared/schedule/public-view.ts';
import { Icon } from './Inline.tsx';
import { MarkTag, Title } from './SessionCard.tsx';
import { OtherTitle, SessionFacts, SessionLinks } from './SessionDetails.tsx';
import type { PublicWords } from './words.ts';

type Props = {
  shown: ShownSession;
  slug: string;
  id: string;
  t: PublicWords;
  /** Where links open: beside the frame when the page is one. */
  target?: '_blank';
};

/** A session's details over the plan: the browser's own popover, so that it needs no script. */
export function SessionPopover({ shown, slug, id, t, target }: Props) {
  const { session, phase } = shown;
  return (
    <div id={id} popover="auto" className={`pop t-${session.theme}`} role="dialog" aria-labelledby={`${id}t`}>
      <p className="top">
        {phase === 'live' ? <strong className="tag now-tag">{t.now}</strong> : null}
        <MarkTag shown={shown} t={t} />
        <span className="th">{t.names.theme[session.theme]}</span>
        {phase === 'live' ? <span>{t.left(shown.minutesLeft)}</span> : null}
      </p>
      <button type="button" className="close" popoverTarget={id} popoverTargetAction="hide" aria-label={t.close}>
        <Icon name="close" />
      </button>
      <h2 id={`${id}t`}>
        <Title shown={shown} t={t} />
      </h2>
      <OtherTitle shown={shown} t={t} />
      <SessionFacts shown={shown} t={t} />
      <SessionLinks shown={shown} slug={slug} t={t} own={false} target={target} />
    </div>
  );
}
