import { islandTexts } from '#shared/schedule/island-texts.ts';
import { textsIn } from '#shared/text.ts';

/** What the page says of itself. */
const { dataset } = document.body;
export const lang = document.documentElement.lang === 'en' ? 'en' : 'ja';
export const t = textsIn(islandTexts, lang);
export const slug = dataset.event ?? '';
export const zone = dataset.zone ?? 'UTC';
export const release = Number(dataset.release ?? 0);
export const base = `/schedule/${slug}`;
export const query = lang === 'en' ? '?lang=en' : '';

type Child = Node | string | null | false;

/** An element made by hand: no text ever becomes markup. */
export function make(name: string, attributes: Record<string, string>, ...children: Child[]): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

/** A drawing of the page by its name. */
export function icon(name: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  svg.setAttribute('class', 'i');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}
