import { staleTexts } from '#shared/stale-texts.ts';
import { useTexts } from '../texts.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

/** One line on which the two versions may differ, already in words. */
export type Difference = { label: string; mine: string; theirs: string };

type ConflictDialogProps = {
  open: boolean;
  differences: readonly Difference[];
  /** Who changed it and when, if the server says. */
  by?: { who: string; when: string } | null;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onClose: () => void;
};

/** Two people changed the same thing: both versions side by side, and nothing is lost until one is chosen. */
export function ConflictDialog({ open, differences, by, onKeepMine, onTakeTheirs, onClose }: ConflictDialogProps) {
  const t = useTexts(staleTexts);
  const actions = (
    <>
      <Button onClick={onTakeTheirs}>{t.take}</Button>
      <Button look="primary" onClick={onKeepMine}>
        {t.keep}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={t.title} actions={actions} wide>
      <p>{by ? t.body(by.who, by.when) : t.plain}</p>
      <div className="table-scroll mt-3">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.item}</th>
              <th scope="col">{t.mine}</th>
              <th scope="col">{t.theirs}</th>
            </tr>
          </thead>
          <tbody>
            {differences
              .filter(({ mine, theirs }) => mine !== theirs)
              .map(({ label, mine, theirs }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td className="whitespace-pre-wrap">{mine}</td>
                  <td className="whitespace-pre-wrap">{theirs}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
