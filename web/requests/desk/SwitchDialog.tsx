import { deskTexts } from '#shared/requests/desk-texts.ts';
import { useTexts } from '../../texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

type SwitchDialogProps = {
  to: 'member' | 'note';
  who: string;
  onStay: () => void;
  onSwitch: (keep: boolean) => void;
};

/** A text meant for one reader never goes to another without being asked about. */
export function SwitchDialog({ to, who, onStay, onSwitch }: SwitchDialogProps) {
  const t = useTexts(deskTexts).talk;
  const actions = (
    <>
      <Button onClick={onStay}>{t.stay}</Button>
      <Button look={to === 'member' ? 'danger' : 'secondary'} onClick={() => onSwitch(true)}>
        {t.switchKeep}
      </Button>
      <Button look="primary" onClick={() => onSwitch(false)}>
        {t.switchClear}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onStay} title={t.switchTitle} actions={actions}>
      <p>{to === 'note' ? t.switchToNote(who) : t.switchToMember(who)}</p>
    </Dialog>
  );
}
