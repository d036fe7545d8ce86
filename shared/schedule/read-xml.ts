/** An element of an XML text: text and CDATA of its own together, children apart, in their order. */
export type XmlElement = {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  text: string;
};
export type XmlFault = 'doctype' | 'broken' | 'too-deep' | 'too-many';

const MOST_DEPTH = 12;
const MOST_ELEMENTS = 60_000;
const OPENING = /<([A-Za-z_:][\w:.-]*)/y;
const ATTRIBUTE = /\s+([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const OPENED = /\s*(\/?)>/y;
const CLOSING = /<\/([A-Za-z_:][\w:.-]*)\s*>/y;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

/**
 * Reads the part of XML that schedules are written in: elements, attributes, text, CDATA, comments. Names are ASCII.
 * It knows no document type and no entities but the five of XML itself, so that a text cannot grow while it is read
 * and nothing is fetched; it goes through the text once. Whatever it does not know makes the whole text `broken`.
 */
export function readXml(source: string): { root: XmlElement } | { fault: XmlFault } {
  if (FORBIDDEN.test(source)) return { fault: 'broken' };
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  let at = source.startsWith('\ufeff') ? 1 : 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at = pattern.lastIndex;
    return found;
  };
  /** What stands between here and a mark, which is passed; null when the mark does not come. */
  const until = (mark: string, from: number): string | null => {
    const end = source.indexOf(mark, from);
    if (end === -1) return null;
    at = end + mark.length;
    return source.slice(from, end);
  };

  while (at < source.length) {
    const next = source.indexOf('<', at);
    const text = textOf(source.slice(at, next === -1 ? source.length : next));
    const parent = open.at(-1);
    if (text === null || (!parent && text.trim() !== '')) return { fault: 'broken' };
    if (parent) parent.text += text;
    if (next === -1) break;
    at = next;
    if (source.startsWith('<!--', at)) {
      const comment = until('-->', at + 4);
      if (comment === null || comment.includes('--') || comment.endsWith('-')) return { fault: 'broken' };
    } else if (source.startsWith('<![CDATA[', at)) {
      const data = until(']]>', at + 9);
      if (data === null || !parent) return { fault: 'broken' };
      parent.text += data;
    } else if (source.startsWith('<?xml', at)) {
      // Only at the very beginning; other instructions are for programs that we are not.
      if (root || open.length > 0 || until('?>', at) === null) return { fault: 'broken' };
    } else if (source.startsWith('<!', at)) return { fault: 'doctype' };
    else if (source.startsWith('</', at)) {
      if (match(CLOSING)?.[1] !== open.pop()?.name) return { fault: 'broken' };
    } else {
      const name = match(OPENING)?.[1];
      const attributes = new Map<string, string>();
      if (!name || (root && !parent)) return { fault: 'broken' };
      for (let one = match(ATTRIBUTE); one; one = match(ATTRIBUTE)) {
        const value = textOf(one[2] ?? one[3] ?? '');
        if (value === null || attributes.has(one[1] ?? '')) return { fault: 'broken' };
        attributes.set(one[1] ?? '', value);
      }
      const end = match(OPENED);
      if (!end) return { fault: 'broken' };
      count += 1;
      if (count > MOST_ELEMENTS) return { fault: 'too-many' };
      const element: XmlElement = { name, attributes, children: [], text: '' };
      parent?.children.push(element);
      root ??= element;
      if (end[1] === '') open.push(element);
      if (open.length > MOST_DEPTH) return { fault: 'too-deep' };
    }
  }
  return root && open.length === 0 ? { root } : { fault: 'broken' };
}

/** A text with its entities replaced, or null when it has one that XML itself does not know. */
function textOf(raw: string): string | null {
  if (!raw.includes('&')) return raw.includes(']]>') ? null : raw;
  let known = !raw.includes(']]>');
  const text = raw.replace(/&(?:([a-z]{2,4});|#(\d{1,7});|#x([\da-fA-F]{1,6});)?/g, (_, name, decimal, hex) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
    const value = code === null ? ENTITIES[name ?? ''] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (value === undefined || FORBIDDEN.test(value)) known = false;
    return value ?? '';
  });
  return known ? text : null;
}

/** The text of an element's first child of this name, or empty. */
export function childText(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? '';
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}
