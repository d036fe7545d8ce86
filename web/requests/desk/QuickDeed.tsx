import { useEffect, useRef } from 'react';
import type { RequestView } from '#shared/requests/contract.ts';
import { verdictTexts } from '#shared/requests/verdict-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { StaleDeed } from './StaleDeed.tsx';
import { useDeed } from './use-deed.ts';
import type { Deed, DeedInput } from './verdicts.ts';

const NOTHING: DeedInput = { body: '', nextStep: '', dueAt: '', reason: '', ownerId: null, note: '', turn: 'desk' };

/** A deed that asks for nothing is done at once; a window opens only when it could not be. */
export function QuickDeed({ request, deed, onClose }: { request: RequestView; deed: Deed; onClose: () => void }) {
  const t = useTexts(verdictTexts);
  const shell = useTexts(shellTexts);
  const deeds = useDeed(request);
  const begun = useRef(false);
  const run = async (version?: number) => {
    if (await deeds.perform(deed, NOTHING, version)) onClose();
  };
  const first = useRef(run);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void first.current();
  }, []);
  if (deeds.stale) {
    const again = () => void run(deeds.stale?.version);
    return (
      <StaleDeed seen={request} current={deeds.stale} deed={deed} input={NOTHING} onAgain={again} onTake={onClose} />
    );
  }
  if (!deeds.sentence) return null;
  const actions = (
    <>
      <Button onClick={onClose}>{shell.close}</Button>
      <Button look="primary" busy={deeds.busy} onClick={() => void run()}>
        {shell.retry}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t.verdict[deed]} actions={actions}>
      <Banner kind="error">{deeds.sentence}</Banner>
    </Dialog>
  );
}
