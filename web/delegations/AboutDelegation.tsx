import { useState } from 'react';
import type { DelegationView } from '#shared/delegations/contract.ts';
import { delegationTexts } from '#shared/delegations/texts.ts';
import { useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { ChangeDelegationDialog } from './ChangeDelegationDialog.tsx';

/** Purpose, head and smallest party, and a way to change them. */
export function AboutDelegation({ delegation, mayChange }: { delegation: DelegationView; mayChange: boolean }) {
  const t = useTexts(delegationTexts);
  const [changing, setChanging] = useState(false);
  const head = delegation.delegates.find((one) => one.id === delegation.headDelegateId);
  return (
    <section className="card p-5" aria-labelledby="about">
      <div className="flex items-center justify-between gap-3">
        <h2 id="about">{t.about}</h2>
        {mayChange ? <Button onClick={() => setChanging(true)}>{t.change}</Button> : null}
      </div>
      <p className="mt-2 max-w-[60em] text-15">
        {delegation.purpose ? (
          <PlainText text={delegation.purpose} />
        ) : (
          <span className="text-ink-3">{t.purposeHint}</span>
        )}
      </p>
      <dl className="mt-3 flex flex-wrap gap-x-10 gap-y-2 text-14">
        <div className="flex gap-3">
          <dt className="text-ink-3">{t.head}</dt>
          <dd>{head ? t.fullName(head.familyName, head.givenName) : t.noHead}</dd>
        </div>
        <div className="flex gap-3">
          <dt className="text-ink-3">{t.minimumParty}</dt>
          <dd>{t.people(delegation.minimumParty)}</dd>
        </div>
      </dl>
      {changing ? <ChangeDelegationDialog delegation={delegation} onClose={() => setChanging(false)} /> : null}
    </section>
  );
}
