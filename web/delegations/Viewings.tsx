import type { IdentityViewing } from '#shared/delegations/contract.ts';
import { identityTexts } from '#shared/delegations/identity-texts.ts';
import { formatDateTime } from '#shared/time.ts';
import { useLang, useTexts } from '../texts.ts';

/** Who looked at a passport's data, when, at what and why. */
export function Viewings({ viewings }: { viewings: readonly IdentityViewing[] }) {
  const lang = useLang();
  const t = useTexts(identityTexts);
  if (viewings.length === 0) return <p className="text-13h text-ink-3">{t.look.nobody}</p>;
  return (
    <ul className="grid gap-2 text-13h">
      {viewings.map((one) => (
        <li key={one.at + one.by} className="border-b border-line pb-2">
          <b className="font-medium">{t.look.viewing(formatDateTime(one.at, lang), one.by)}</b>
          <small className="block text-12h text-ink-3">
            {t.purposes[one.purpose]} · {one.fields.map((field) => t.field[field]).join(' / ')}
          </small>
        </li>
      ))}
    </ul>
  );
}
