import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublicProgramme } from '#shared/schedule/public-view.ts';

/** What the public may read, on this machine's disk: for the day on which the program starts and no database answers. */
export type KeptProgrammes = {
  keep: (programme: PublicProgramme, now: Date) => void;
  /** The last release that was kept, saying when it was right; null when there is none that can be read. */
  read: (slug: string) => PublicProgramme | null;
  /** The slug kept last, or null. */
  latest: () => string | null;
};

const AGAIN_MS = 10 * 60_000;
const SLUG = /^[a-z0-9-]+$/;
const FORM = 1;

/** Programmes in a folder, one file each. Nothing here may ever stop the program: what cannot be kept is not kept. */
export function keptProgrammes(folder: string): KeptProgrammes {
  const kept = new Map<string, { id: string; at: number }>();
  const fileOf = (slug: string) => join(folder, `${slug}.json`);
  return {
    keep(programme, now) {
      const { event, release } = programme;
      const known = kept.get(event.slug);
      const at = now.getTime();
      if (release.keptAt || !SLUG.test(event.slug)) return;
      if (known?.id === release.id && at - known.at < AGAIN_MS) return;
      kept.set(event.slug, { id: release.id, at });
      const text = JSON.stringify({ form: FORM, keptAt: now, ...programme, marks: [...(programme.marks ?? [])] });
      try {
        mkdirSync(folder, { recursive: true });
        // Whole or not at all: a machine that loses its power leaves the former file.
        const draft = `${fileOf(event.slug)}.${process.pid}`;
        writeFileSync(draft, text);
        renameSync(draft, fileOf(event.slug));
      } catch {
        // A full or read-only disk: the pages go on from memory.
      }
    },
    read(slug) {
      if (!SLUG.test(slug)) return null;
      try {
        const { form, keptAt, marks, ...rest } = JSON.parse(readFileSync(fileOf(slug), 'utf8'));
        if (form !== FORM) return null;
        const release = { ...rest.release, releasedAt: new Date(rest.release.releasedAt), keptAt: new Date(keptAt) };
        return { ...rest, release, marks: new Map(marks) };
      } catch {
        return null;
      }
    },
    latest() {
      try {
        const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
        const age = (file: string) => statSync(join(folder, file)).mtimeMs;
        return files.sort((a, b) => age(b) - age(a))[0]?.slice(0, -'.json'.length) ?? null;
      } catch {
        return null;
      }
    },
  };
}
