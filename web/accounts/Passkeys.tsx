import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PasskeyView } from '#shared/accounts/passkey-operations.ts';
import { passkeyTexts } from '#shared/accounts/passkey-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatStamp } from '#shared/time.ts';
import { call } from '../api.ts';
import { meQuery, queryClient, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Plus } from '../ui/icons.tsx';
import { passkeysHere } from '../ui/passkey.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { MakePasskey } from './MakePasskey.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';

type Doing = 'add' | { remove: PasskeyView } | { codes: string[] };

/** A person's passkeys: add, see when each was used, remove. */
export function Passkeys() {
  const t = useTexts(passkeyTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const here = passkeysHere();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const { data, error } = useQuery({
    queryKey: ['passkeys'],
    queryFn: ({ signal }) => call('GET /api/auth/passkeys', { signal }),
  });
  const again = async () => {
    for (const queryKey of [['passkeys'], ['second-factor'], ['sessions'], ['self'], meQuery.queryKey]) {
      await queryClient.invalidateQueries({ queryKey });
    }
  };
  const close = () => setDoing(null);
  const added = (recoveryCodes: string[] | null) => {
    setDoing(recoveryCodes ? { codes: recoveryCodes } : null);
    toast({ message: t.added });
    void again();
  };
  const remove = async ({ id }: PasskeyView) => {
    setFailure(null);
    try {
      await call('DELETE /api/auth/passkeys/:id', { params: { id } });
      toast({ message: t.removed });
    } catch (caught) {
      setFailure(wordsOf(caught, shell));
    }
    close();
    await again();
  };
  const removing = typeof doing === 'object' && doing && 'remove' in doing ? doing.remove : null;
  const codes = typeof doing === 'object' && doing && 'codes' in doing ? doing.codes : null;
  const wrong = failure ?? (error ? wordsOf(error, shell) : null);
  return (
    <section className="card p-5" aria-labelledby="passkeys">
      <div className="mb-2 flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-80">
          <h2 id="passkeys">{t.title}</h2>
          <p className="text-14 text-ink-3">{t.lead}</p>
        </div>
        {here ? (
          <Button aria-haspopup="dialog" onClick={() => setDoing('add')}>
            <Plus aria-hidden="true" />
            {t.add}
          </Button>
        ) : null}
      </div>
      {wrong ? <Banner kind="error">{wrong}</Banner> : null}
      {here ? null : <Banner>{t.notHere}</Banner>}
      {data || error ? null : <Skeleton />}
      {data?.items.length === 0 ? <p className="text-14 text-ink-3">{t.none}</p> : null}
      <ul>
        {(data?.items ?? []).map((one) => (
          <Row key={one.id} passkey={one} onRemove={() => setDoing({ remove: one })} />
        ))}
      </ul>
      <Dialog open={doing === 'add'} onClose={close} title={t.addTitle}>
        {doing === 'add' ? <MakePasskey onDone={added} onCancel={close} /> : null}
      </Dialog>
      {/* Not closed by a slip: the codes cannot be shown again. */}
      <Dialog open={codes !== null} title={t.title} wide>
        {codes ? <RecoveryCodes codes={codes} onKept={close} /> : null}
      </Dialog>
      <Dialog
        open={removing !== null}
        onClose={close}
        title={t.removeTitle(removing?.name ?? '')}
        actions={
          <>
            <Button onClick={close}>{shell.cancel}</Button>
            <Button look="danger" onClick={() => removing && void remove(removing)}>
              {t.remove}
            </Button>
          </>
        }
      >
        <p>{t.removeBody}</p>
      </Dialog>
    </section>
  );
}

function Row({ passkey, onRemove }: { passkey: PasskeyView; onRemove: () => void }) {
  const lang = useLang();
  const t = useTexts(passkeyTexts);
  const { name, synced, createdAt, lastUsedAt, whyNotRemove } = passkey;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-t border-line-soft py-3">
      <span className="min-w-0">
        <b className="break-words">{name}</b> <Tag>{synced ? t.synced : t.oneDevice}</Tag>
        <span className="block text-13 text-ink-3">
          {t.since(formatStamp(createdAt, lang))} {lastUsedAt ? t.lastUsed(formatStamp(lastUsedAt, lang)) : t.neverUsed}
        </span>
      </span>
      <Button size={30} aria-label={t.removeOf(name)} disabledReason={whyNotRemove} onClick={onRemove}>
        {t.remove}
      </Button>
    </li>
  );
}
