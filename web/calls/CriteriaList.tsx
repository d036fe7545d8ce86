import type { CriterionView } from '#shared/calls/contract.ts';
import { callTexts } from '#shared/calls/texts.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';

/** By what a call's proposals are judged, and how much each counts. Everybody may know; the scores nobody outside. */
export function CriteriaList({ criteria }: { criteria: readonly CriterionView[] }) {
  const lang = useLang();
  const t = useTexts(callTexts).member;
  return (
    <section className="call-criteria">
      <h2 className="text-15">{t.criteria}</h2>
      <ul>
        {criteria.map((one) => (
          <li key={one.id}>
            <b>{inWords(one.name, lang)}</b> <small>{t.weight(one.weight)}</small>
            {inWords(one.note, lang) ? <span className="block text-ink-2">{inWords(one.note, lang)}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
