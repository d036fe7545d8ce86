import type { ReactNode } from 'react';
import type { Bilingual } from '#shared/lang.ts';
import type { SpeakerView } from '#shared/schedule/contract.ts';
import { sheetTexts } from '#shared/schedule/sheet-texts.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';

/** Paper is read by people of both languages at once, whatever the screen speaks. */
export const ja = sheetTexts.ja;
export const en = sheetTexts.en;

/** A text in Japanese with the English below it, as far as both are there. */
export function Both({ text }: { text: Bilingual }) {
  return (
    <>
      {text.ja ? <span lang="ja">{text.ja}</span> : null}
      {text.en && text.en !== text.ja ? (
        <span lang="en" className="sheet-en">
          {text.en}
        </span>
      ) : null}
    </>
  );
}

/** A label in both languages on one line. */
export function Label({ of }: { of: (words: typeof ja | typeof en) => string }): ReactNode {
  return (
    <>
      <span lang="ja">{of(ja)}</span> <small lang="en">{of(en)}</small>
    </>
  );
}

/** The name of a speaker; whoever is of another municipality's delegation is named to the office only. */
export function nameOf({ name }: SpeakerView): Bilingual {
  return name.ja || name.en ? name : { ja: ja.elsewhere, en: en.elsewhere };
}

export function roleOf(speaker: SpeakerView): Bilingual {
  return { ja: scheduleTexts.ja.roles[speaker.role], en: scheduleTexts.en.roles[speaker.role] };
}

/** What must be known of a person, in both languages; empty when there is nothing. */
export function caresOf(speaker: SpeakerView): Bilingual[] {
  const care = (on: boolean, name: 'noPhoto' | 'noRecording' | 'notPublic') =>
    on ? [{ ja: ja[name], en: en[name] }] : [];
  return [
    ...care(speaker.noPhoto, 'noPhoto'),
    ...care(speaker.noRecording, 'noRecording'),
    ...care(!speaker.isPublic, 'notPublic'),
  ];
}

export function Cares({ of }: { of: readonly Bilingual[] }) {
  return of.length === 0 ? null : (
    <span className="sheet-cares">
      {of.map((one) => (
        <b key={one.ja} className="sheet-care">
          <span lang="ja">{one.ja}</span> <small lang="en">{one.en}</small>
        </b>
      ))}
    </span>
  );
}
