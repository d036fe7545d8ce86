import type { IdentityField } from '#shared/delegations/identity.ts';
import { identityTexts } from '#shared/delegations/identity-texts.ts';
import { useTexts } from '../texts.ts';
import { TextInput } from '../ui/TextInput.tsx';

export type IdentityState = Record<IdentityField, string>;
export const noIdentity: IdentityState = {
  ...{ passportNumber: '', surname: '', givenNames: '', birthDate: '' },
  ...{ nationality: 'JPN', issuingCountry: 'JPN', expiresOn: '' },
};

type IdentityFieldsProps = {
  state: IdentityState;
  onChange: (change: Partial<IdentityState>) => void;
  at: (field: IdentityField) => { id: string; error: string | undefined };
};

/** What is copied from a passport. The browser is not to remember it, and no dictionary is to look at it. */
export function IdentityFields({ state, onChange, at }: IdentityFieldsProps) {
  const t = useTexts(identityTexts);
  const input = (field: IdentityField, more: { hint?: string; type?: 'date'; max?: number } = {}) => (
    <TextInput
      {...at(field)}
      label={t.field[field]}
      required={field !== 'givenNames'}
      value={state[field]}
      onValue={(value) => onChange({ [field]: value })}
      autoComplete="off"
      spellCheck={false}
      {...(more.hint ? { hint: more.hint } : {})}
      {...(more.type ? { type: more.type } : { lang: 'en', autoCapitalize: 'characters' })}
    />
  );
  return (
    <div className="grid gap-4 wide:grid-cols-2">
      {input('surname', { hint: t.hint.names })}
      {input('givenNames', { hint: t.hint.names })}
      {input('passportNumber', { hint: t.hint.passportNumber })}
      {input('expiresOn', { type: 'date' })}
      {input('birthDate', { type: 'date' })}
      {input('nationality', { hint: t.hint.country })}
      {input('issuingCountry', { hint: t.hint.country })}
    </div>
  );
}
