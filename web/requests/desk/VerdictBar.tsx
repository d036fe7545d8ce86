import { useId } from 'react';
import { may } from '#shared/permission.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { kindOf } from '#shared/requests/kinds.ts';
import { isEditable } from '#shared/requests/lifecycle.ts';
import { verdictTexts } from '#shared/requests/verdict-texts.ts';
import { useActor } from '../../layouts/use-account.ts';
import { useGo } from '../../navigation.ts';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts.ts';
import { Ellipsis } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { type Deed, MAIN_VERDICTS, possible, type Verdict, whyNotNow } from './verdicts.ts';

type VerdictBarProps = { request: RequestView; busy: boolean; onDeed: (deed: Deed) => void };

/** The four verdicts with their keys and everything else in a menu; what cannot be done now says why in plain sight. */
export function VerdictBar({ request, busy, onDeed }: VerdictBarProps) {
  const t = useTexts(verdictTexts).verdict;
  const whyId = useId();
  const blocked = MAIN_VERDICTS.flatMap((verdict) => {
    const why = whyNotNow(request, verdict);
    return why ? [{ verdict, why }] : [];
  });
  const reasons = [...new Set(blocked.map(({ why }) => why))].map((why) => {
    const names = blocked.filter((one) => one.why === why).map(({ verdict }) => t[verdict]);
    return t.blocked(names.join(' / '), why);
  });
  const shown = MAIN_VERDICTS.filter((verdict) => whyNotNow(request, verdict) !== undefined);
  return (
    <section className="verdicts no-print" aria-label={t.bar}>
      {reasons.length > 0 ? (
        <p id={whyId} className="verdicts-why">
          {reasons.map((reason) => (
            <span key={reason} className="block">
              {reason}
            </span>
          ))}
        </p>
      ) : null}
      {shown.map((verdict) => {
        const stopped = Boolean(whyNotNow(request, verdict));
        return (
          <button
            key={verdict}
            type="button"
            className="button"
            data-look={verdict === 'approve' ? 'primary' : 'secondary'}
            aria-disabled={stopped || undefined}
            aria-describedby={stopped ? whyId : undefined}
            aria-busy={(busy && verdict === 'approve') || undefined}
            title={whyNotNow(request, verdict) ?? undefined}
            onClick={() => {
              if (!stopped && !(busy && verdict === 'approve')) onDeed(verdict);
            }}
          >
            {t[verdict]} <Kbd>{String(MAIN_VERDICTS.indexOf(verdict) + 1)}</Kbd>
          </button>
        );
      })}
      <Menu
        trigger={<Ellipsis aria-hidden="true" />}
        label={t.more}
        entries={useMoreEntries(request, onDeed)}
        side="end"
        up
      />
    </section>
  );
}

const MORE = ['start', 'offer', 'reopen', 'complete'] as const satisfies readonly Verdict[];

function useMoreEntries(request: RequestView, onDeed: (deed: Deed) => void): MenuEntry[] {
  const t = useTexts(verdictTexts).verdict;
  const go = useGo();
  const actor = useActor();
  const step = kindOf(request.kind).steps[0] ?? 'check';
  const arranges = ['in_triage', 'approved', 'waitlisted', 'fulfilled'].includes(request.state);
  const entries: MenuEntry[] = possible(request, MORE).map((verdict) => ({
    label: t[verdict],
    onSelect: () => onDeed(verdict),
  }));
  const entry = (label: string, onSelect: () => void) => entries.push({ label, onSelect });
  if (actor && may(actor, 'request.triage')) {
    entry(t.assign, () => onDeed('assign'));
    entry(t.next, () => onDeed('next'));
  }
  if (actor && may(actor, 'request.write') && (request.editable || isEditable(request.state))) {
    entry(t.edit, () => go(paths.editRequest(request.id, step)));
  }
  const to = {
    pass: { label: t.allot, href: `${paths.passes()}?request=${request.id}` },
    speaking: { label: t.place, href: `${paths.schedule()}?request=${request.id}` },
    bilateral: { label: t.meet, href: paths.bilateral(request.id) },
  }[request.kind];
  if (arranges) entry(to.label, () => go(to.href));
  return entries;
}
