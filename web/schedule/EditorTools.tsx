import { clashTexts } from '#shared/clashes/texts.ts';
import { editorTexts } from '#shared/schedule/editor-texts.ts';
import { placementTexts } from '#shared/schedule/placement-texts.ts';
import { useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { usePresence } from './use-draft.ts';
import type { useProposal } from './use-proposal.ts';

type EditorToolsProps = {
  unplaced: number;
  stopped: string | null;
  proposal: ReturnType<typeof useProposal>;
  onBack: (way: 'undo' | 'redo') => void;
  onPlanning: () => void;
};

/** Both ways back, the proposal, the presumptions, who else is there, and the keys. */
export function EditorTools({ unplaced, stopped, proposal, onBack, onPlanning }: EditorToolsProps) {
  const e = useTexts(editorTexts);
  const p = useTexts(placementTexts);
  const clash = useTexts(clashTexts);
  const others = usePresence();
  const running = proposal.run?.state === 'running';
  return (
    <div className="editor-tools no-print">
      <Button size={30} disabledReason={stopped} onClick={() => onBack('undo')}>
        {e.undo} <kbd>Ctrl Z</kbd>
      </Button>
      <Button size={30} disabledReason={stopped} onClick={() => onBack('redo')}>
        {e.redo}
      </Button>
      <Button
        size={30}
        busy={proposal.busy && !running}
        disabledReason={stopped ?? (unplaced === 0 ? p.nothing : running ? p.runsAlready : null)}
        title={p.makeHint}
        onClick={() => void proposal.ask()}
      >
        {p.make}
      </Button>
      <Button size={30} disabledReason={stopped} onClick={onPlanning}>
        {clash.planning}
      </Button>
      {others.length > 0 ? <p role="status">{e.others(others.join(e.and))}</p> : null}
      {proposal.sentence && !proposal.open ? <p role="alert">{proposal.sentence}</p> : null}
      <p className="editor-help wide-only">{e.help}</p>
    </div>
  );
}
