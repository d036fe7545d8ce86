import { useState } from 'react';
import { secondFactorTexts } from '#shared/accounts/second-factor-texts.ts';
import { useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Printer } from '../ui/icons.tsx';
import { useToast } from '../ui/Toast.tsx';

/** Shown once: codes to copy or print. Going on takes saying that they are kept. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTexts(secondFactorTexts).setUp;
  const toast = useToast();
  const [kept, setKept] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n')).then(
      () => toast({ message: t.copied }),
      () => {},
    );
  };
  return (
    <div className="grid gap-4">
      <h3 className="text-17">{t.codesTitle}</h3>
      <p className="text-14 text-ink-2">{t.codesLead}</p>
      <ol className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-card border border-line p-4 select-all">
        {codes.map((code) => (
          <li key={code}>
            <code className="text-15">{code}</code>
          </li>
        ))}
      </ol>
      <p className="flex flex-wrap gap-2">
        <Button onClick={() => void copy()}>{t.copy}</Button>
        <Button onClick={() => print()}>
          <Printer aria-hidden="true" />
          {t.print}
        </Button>
      </p>
      <Checkbox label={t.kept} checked={kept} onChecked={setKept} />
      <p>
        <Button look="primary" size={48} disabledReason={kept ? null : t.keptMissing} onClick={onKept}>
          {t.go}
        </Button>
      </p>
    </div>
  );
}
