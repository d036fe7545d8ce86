import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

export type Search = Readonly<Record<string, string>>;

/** Search parameters are plain words in the address, not JSON. */
export function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The search part of an address, with its question mark; empty values are left out. */
export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const words = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(words.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

/** An address taken apart as the router wants it. */
export function takeApart(href: string): { to: string; search: Record<string, string>; hash?: string } {
  const url = new URL(href, 'http://app');
  const parts = { to: url.pathname, search: readSearch(url.search) };
  return url.hash ? { ...parts, hash: url.hash.slice(1) } : parts;
}

/** Goes to an address made by `paths`. */
export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return (href, options) => void navigate({ ...takeApart(href), replace: options?.replace ?? false });
}

/**
 * Leads to another address in place of this one, once: the router's own component navigates anew at each drawing,
 * without end while the code of the next screen is still on its way.
 */
export function LeadTo({ href }: { href: string }): null {
  const navigate = useNavigate();
  const [first] = useState(href);
  useEffect(() => {
    void navigate({ ...takeApart(first), replace: true });
  }, [navigate, first]);
  return null;
}

/** A parameter of the screen's address, such as `id`. */
export function usePathParam(name: string): string {
  const params = useParams({ strict: false }) as Record<string, string | undefined>;
  return params[name] ?? '';
}

/** The search parameters of the address and a way to change some of them; undefined removes one. */
export function useSearchWords(): [Search, (change: Record<string, string | undefined>) => void] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = (words: Record<string, string | undefined>) => {
    const next = Object.entries({ ...search, ...words }).filter(([, value]) => value);
    void navigate({ to: '.', search: Object.fromEntries(next), replace: true });
  };
  return [search, change];
}
