import type { Ref } from 'react';
import { verdictTexts } from '#shared/requests/verdict-texts.ts';
import { useTexts } from '../../texts.ts';
import { X } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { BulkDeed } from './BulkDialog.tsx';

type BulkBarProps = {
  count: number;
  onDeed: (deed: BulkDeed) => void;
  onClear: () => void;
  /** Holds the button that opens the states, for the key S. */
  states: Ref<HTMLSpanElement>;
};

const STATES = ['start', 'approve', 'ask', 'waitlist', 'decline'] as const;

/** What can be done with all chosen requests at once. */
export function BulkBar({ count, onDeed, onClear, states }: BulkBarProps) {
  const t = useTexts(verdictTexts).bulk;
  return (
    <div className="queue-bulk" role="toolbar" aria-label={t.bar}>
      <b role="status">{t.chosen(count)}</b>
      <button type="button" onClick={() => onDeed('assign')}>
        {t.assign} <Kbd>I</Kbd>
      </button>
      <span ref={states}>
        <Menu
          className=""
          label={t.state}
          trigger={
            <>
              {t.state} <Kbd>S</Kbd>
            </>
          }
          up
          entries={STATES.map((deed) => ({
            label: t[deed],
            danger: deed === 'decline',
            onSelect: () => onDeed(deed),
          }))}
        />
      </span>
      <button type="button" onClick={() => onDeed('message')}>
        {t.message} <Kbd>M</Kbd>
      </button>
      <button type="button" aria-label={t.clear} title={t.clear} onClick={onClear}>
        <X size={15} aria-hidden="true" />
      </button>
    </div>
  );
}
