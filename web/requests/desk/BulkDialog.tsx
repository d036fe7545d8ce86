import { useState } from 'react';
import type { BulkAnswer, BulkInput, RequestRow } from '#shared/requests/contract.ts';
import { verdictTexts } from '#shared/requests/verdict-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { inWords } from '../../in-words.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSending } from '../../ui/use-sending.ts';
import { DeedForm } from './DeedForm.tsx';
import { fieldsOf } from './deed-fields.ts';
import { useActs } from './use-acts.ts';
import { useStaff } from './use-queue.ts';
import { asAct, type DeedInput } from './verdicts.ts';

export type BulkDeed = 'assign' | 'start' | 'approve' | 'waitlist' | 'decline' | 'ask' | 'message';

type BulkDialogProps = {
  rows: readonly RequestRow[];
  deed: BulkDeed;
  onDone: (refused: string[]) => void;
  onClose: () => void;
};

const EMPTY: DeedInput = { body: '', nextStep: '', dueAt: '', reason: '', ownerId: null, note: '', turn: 'desk' };

/** One act on every chosen request; what could not be changed is listed with the reason. */
export function BulkDialog({ rows, deed, onDone, onClose }: BulkDialogProps) {
  const lang = useLang();
  const t = useTexts(verdictTexts);
  const shell = useTexts(shellTexts);
  const staff = useStaff();
  const { act } = useActs();
  const { busy, send, sentence, at, id } = useSending('bulk');
  const [input, setInput] = useState(EMPTY);
  const [answer, setAnswer] = useState<BulkAnswer | null>(null);
  const only = rows.length === 1 ? rows[0] : undefined;
  const who = only ? inWords(only.member.name, lang) : t.done.count(rows.length);
  const message = deed === 'message';
  const said = (done: number) => {
    const what = only?.reference ?? t.done.count(done);
    const owner = staff.find((one) => one.id === input.ownerId)?.name ?? t.form.nobody;
    return deed === 'assign' ? t.done.assign(what, owner) : t.done[deed](what);
  };
  const submit = async () => {
    const what: BulkInput['act'] | null = message ? { do: 'message', body: input.body } : asAct(deed, input);
    if (!what) return;
    const items = rows.map(({ id: request, version }) => ({ id: request, version }));
    let got: BulkAnswer | undefined;
    await send(async () => {
      got = await act(items, what, said);
    });
    if (!got) return;
    if (got.refused.length > 0) setAnswer(got);
    else onDone([]);
  };
  if (answer) {
    const close = (
      <Button look="primary" onClick={() => onDone(answer.refused.map((one) => one.id))}>
        {shell.close}
      </Button>
    );
    return (
      <Dialog open onClose={onClose} title={t.bulk.refusedTitle(answer.refused.length)} actions={close}>
        <p>{t.bulk.refusedBody(answer.done.length)}</p>
        <ul className="mt-2 grid gap-1 text-13h">
          {answer.refused.map((one) => (
            <li key={one.id}>
              <b>{one.reference}</b> {one.detail}
            </li>
          ))}
        </ul>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={message ? t.bulk.messageTitle(rows.length) : t.bulk.confirmTitle(t.bulk[deed], rows.length)}
    >
      <form
        className="mt-2 grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>{message ? t.bulk.messageBody : t.bulk.confirmBody}</p>
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <DeedForm
          deed={deed}
          fields={fieldsOf(deed, true)}
          who={who}
          input={input}
          onInput={(change) => setInput({ ...input, ...change })}
          at={(pointer) => at(`/act${pointer}`) ?? at(pointer)}
          id={id}
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look={deed === 'decline' ? 'danger' : 'primary'} type="submit" busy={busy} busyLabel={t.form.saving}>
            {message ? t.bulk.sendAll : t.bulk.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
