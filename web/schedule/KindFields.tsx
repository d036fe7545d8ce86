import { SESSION_KINDS, type SessionInput } from '#shared/schedule/contract.ts';
import { sessionTexts } from '#shared/schedule/session-texts.ts';
import { useTexts } from '../texts.ts';
import { RadioCards } from '../ui/Choices.tsx';
import { TextInput } from '../ui/TextInput.tsx';

type KindFieldsProps = {
  input: SessionInput;
  onChange: (part: Partial<SessionInput>) => void;
  at: (pointer: string) => string | null;
  id: (pointer: string) => string;
};

/** A session, or a block that is kept for a partner until it is filled. */
export function KindFields({ input, onChange, at, id }: KindFieldsProps) {
  const t = useTexts(sessionTexts);
  const { kind, partner } = input;
  return (
    <>
      <RadioCards
        id={id('/kind')}
        label={t.kind}
        hint={t.kindHint}
        columns={2}
        value={kind}
        onValue={(value) => onChange({ kind: value as SessionInput['kind'] })}
        choices={SESSION_KINDS.map((value) => ({ value, label: t.kinds[value] }))}
      />
      {kind === 'block' ? (
        <div className="session-pair">
          <TextInput
            label={t.partnerJa}
            id={id('/partner/ja')}
            error={at('/partner/ja')}
            value={partner.ja}
            onValue={(ja) => onChange({ partner: { ...partner, ja } })}
          />
          <TextInput
            label={t.partnerEn}
            lang="en"
            id={id('/partner/en')}
            error={at('/partner/en')}
            value={partner.en}
            onValue={(en) => onChange({ partner: { ...partner, en } })}
          />
        </div>
      ) : null}
    </>
  );
}
