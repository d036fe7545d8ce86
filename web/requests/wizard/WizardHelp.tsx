import type { RequestView } from '#shared/requests/contract.ts';
import { CHECK_STEP } from '#shared/requests/wizard.ts';
import { wizardTexts } from '#shared/requests/wizard-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Printer } from '../../ui/icons.tsx';
import { wordsOfPage } from '../kinds/pages.ts';

/** What helps with this page, and whom to call. */
export function WizardHelp({ request, step }: { request: RequestView; step: string }) {
  const lang = useLang();
  const t = useTexts(wizardTexts);
  const shell = useTexts(shellTexts);
  const words = wordsOfPage(request.kind, step, lang);
  return (
    <aside className="wizard-help no-print" aria-label={t.help.trouble}>
      {step === CHECK_STEP ? (
        <section>
          <h2>{t.check.printTitle}</h2>
          <p className="mb-2">{t.check.printBody}</p>
          <Button size={30} onClick={() => print()}>
            <Printer aria-hidden="true" />
            {t.check.print}
          </Button>
        </section>
      ) : null}
      {words ? (
        <section>
          <h2>{words.helpTitle}</h2>
          <p>{words.help}</p>
        </section>
      ) : null}
      {words?.helpTitle2 ? (
        <section>
          <h2>{words.helpTitle2}</h2>
          <p>{words.help2}</p>
        </section>
      ) : null}
      <section>
        <h2>{t.help.trouble}</h2>
        <p>
          {request.owner ? t.help.owner(request.owner.name) : shell.officeDesk}
          <br />
          {shell.phone}
          {t.help.hours}
        </p>
      </section>
    </aside>
  );
}
