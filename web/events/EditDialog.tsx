import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { settingsTexts } from '#shared/events/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ConflictDialog, type Difference } from '../ui/ConflictDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';

export type Marks = { at: (pointer: string) => string | null; id: (pointer: string) => string };

type EditDialogProps = {
  form: string;
  title: string;
  /** The version that was looked at; null for something new. */
  version: number | null;
  save: (version: number) => Promise<unknown>;
  /** Takes the thing away; left out for something new. */
  remove?: ((version: number) => Promise<unknown>) | undefined;
  /** What differs from what is saved now, in words. */
  differences: (current: Record<string, unknown>) => Difference[];
  onClose: () => void;
  children: (marks: Marks) => ReactNode;
};

/** A form for one thing of the settings: errors at their fields, and both versions when somebody else was first. */
export function EditDialog({ form, title, version, save, remove, differences, onClose, children }: EditDialogProps) {
  const t = useTexts(settingsTexts);
  const shell = useTexts(shellTexts);
  const client = useQueryClient();
  const toast = useToast();
  const { busy, send, sentence, at, id, mends, stale, clear } = useSending(form);
  const [asking, setAsking] = useState(false);
  const work = async (done: Promise<unknown>, message: string) => {
    const fine = await send(() => done);
    if (!fine) {
      setAsking(false);
      return;
    }
    await client.invalidateQueries({ queryKey: ['event'] });
    toast({ message });
    onClose();
  };
  const current = stale as (Record<string, unknown> & { version: number }) | undefined;
  if (current) {
    return (
      <ConflictDialog
        open
        differences={differences(current)}
        onKeepMine={() => void work(save(current.version), t.saved)}
        onTakeTheirs={() => {
          void client.invalidateQueries({ queryKey: ['event'] });
          onClose();
        }}
        onClose={clear}
      />
    );
  }
  if (asking && remove) {
    const actions = (
      <>
        <Button onClick={() => setAsking(false)}>{shell.cancel}</Button>
        <Button look="danger" busy={busy} onClick={() => void work(remove(version ?? 1), t.removed)}>
          {t.remove}
        </Button>
      </>
    );
    return (
      <Dialog open onClose={() => setAsking(false)} title={t.removeTitle(title)} actions={actions}>
        <p>{t.removeBody}</p>
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        className="mt-3 grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void work(save(version ?? 1), t.saved);
        }}
      >
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <ErrorSummary errors={mends} />
        {children({ at, id })}
        <div className="dialog-actions">
          {remove ? (
            <Button look="danger" onClick={() => setAsking(true)}>
              {t.remove}
            </Button>
          ) : null}
          <span className="flex-1" />
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={busy} busyLabel={t.saving}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
