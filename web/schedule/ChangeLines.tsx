import type { Change } from '#shared/schedule/change-contract.ts';
import { changeSides } from '#shared/schedule/change-sides.ts';
import { changeWords } from '#shared/schedule/change-words.ts';
import { releaseTexts } from '#shared/schedule/release-texts.ts';
import { useLang, useTexts } from '../texts.ts';

/** Each change of a session with what was and what is, both clocks named. */
export function ChangeLines({ changes, zone }: { changes: readonly Change[]; zone: string }) {
  const t = useTexts(releaseTexts);
  const lang = useLang();
  return (
    <dl className="change-lines">
      {changes.map((change) => {
        const { from, to, note } = changeSides(change, lang, zone);
        return (
          <div key={change.kind === 'other' ? change.field : change.kind}>
            <dt>{changeWords[lang].kind[change.kind]}</dt>
            <dd>
              {note ? <p>{note}</p> : null}
              {from ? (
                <p>
                  {to ? <small>{t.was} </small> : null}
                  <del>{from}</del>
                </p>
              ) : null}
              {to ? (
                <p>
                  {from ? <small>{t.is} </small> : null}
                  <ins>{to}</ins>
                </p>
              ) : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
