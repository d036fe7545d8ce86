import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MemberView } from '#shared/organisations/contract.ts';
import { organisationTexts } from '#shared/organisations/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ConflictDialog } from '../ui/ConflictDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';

/** What the office may correct of a member: the shared address and the formal English name. */
export function MemberDialog({ member, onClose }: { member: MemberView; onClose: () => void }) {
  const lang = useLang();
  const t = useTexts(organisationTexts);
  const shell = useTexts(shellTexts);
  const client = useQueryClient();
  const toast = useToast();
  const { busy, send, sentence, at, id, stale, clear } = useSending('member');
  const [sectionMail, setMail] = useState(member.sectionMail ?? '');
  const [formalNameEn, setFormal] = useState(member.formalNameEn);
  const name = inWords(member.name, lang);
  const save = async (version: number) => {
    const body = { sectionMail, formalNameEn };
    const done = await send(() =>
      call('PATCH /api/members/:id', { params: { id: member.id }, ifMatch: version, body }),
    );
    await client.invalidateQueries({ queryKey: ['members'] });
    if (!done) return;
    toast({ message: t.saved(name) });
    onClose();
  };
  const current = stale as MemberView | undefined;
  if (current) {
    return (
      <ConflictDialog
        open
        differences={[
          { label: t.mail, mine: sectionMail, theirs: current.sectionMail ?? '' },
          { label: t.formalName, mine: formalNameEn, theirs: current.formalNameEn },
        ]}
        onKeepMine={() => void save(current.version)}
        onTakeTheirs={onClose}
        onClose={clear}
      />
    );
  }
  return (
    <Dialog open onClose={onClose} title={t.editOf(name)}>
      <form
        className="mt-3 grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save(member.version);
        }}
      >
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <TextInput
          label={t.mail}
          hint={t.mailHint}
          id={id('/sectionMail')}
          error={at('/sectionMail')}
          type="email"
          value={sectionMail}
          onValue={setMail}
        />
        <TextInput
          label={t.formalName}
          id={id('/formalNameEn')}
          error={at('/formalNameEn')}
          lang="en"
          limit={120}
          value={formalNameEn}
          onValue={setFormal}
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={busy} busyLabel={t.saving}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
