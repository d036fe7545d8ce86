import { IDENTITY_FIELDS, type IdentityField } from '#shared/delegations/identity.ts';
import { identityTexts } from '#shared/delegations/identity-texts.ts';
import { useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';

/** What a passport says, each field with a way to copy it into the secretariat's form, until the time is over. */
export function Revealed({ values, left }: { values: Partial<Record<IdentityField, string>>; left: number }) {
  const t = useTexts(identityTexts);
  const toast = useToast();
  const copy = async (value: string) => {
    await navigator.clipboard.writeText(value);
    toast({ message: t.link.copied });
  };
  return (
    <section>
      <p className="mb-2 text-13h text-kaki-700" role="timer">
        {t.look.hidesIn(left)}
      </p>
      <dl className="grid gap-x-6 gap-y-2 wide:grid-cols-2">
        {IDENTITY_FIELDS.flatMap((field) => {
          const value = values[field];
          if (value === undefined) return [];
          return [
            <div key={field} className="flex items-center justify-between gap-3 border-b border-line py-1">
              <span>
                <dt className="text-12h text-ink-3">{t.field[field]}</dt>
                <dd className="text-16" lang="en">
                  {value || '–'}
                </dd>
              </span>
              <Button size={30} aria-label={t.look.copyOf(t.field[field])} onClick={() => void copy(value)}>
                {t.link.copy}
              </Button>
            </div>,
          ];
        })}
      </dl>
    </section>
  );
}
