const LINK = /https:\/\/[^\s<>"'（）「」、。]+[^\s<>"'（）「」、。.,;:!?)]/g;

/** Text that people entered: line breaks are kept, https addresses become links, nothing else is interpreted. */
export function PlainText({ text, lang }: { text: string; lang?: string }) {
  const pieces: { at: number; text: string; link: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    if (match.index > end) pieces.push({ at: end, text: text.slice(end, match.index), link: false });
    pieces.push({ at: match.index, text: match[0], link: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ at: end, text: text.slice(end), link: false });
  return (
    <span className="whitespace-pre-wrap" lang={lang}>
      {pieces.map((piece) =>
        piece.link ? (
          <a key={piece.at} href={piece.text} rel="noopener noreferrer nofollow ugc" target="_blank">
            {piece.text}
          </a>
        ) : (
          <span key={piece.at}>{piece.text}</span>
        ),
      )}
    </span>
  );
}
