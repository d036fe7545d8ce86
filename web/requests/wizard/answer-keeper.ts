import type { RequestView } from '#shared/requests/contract.ts';
import { Refused } from '../../api.ts';

type Answers = Record<string, unknown>;

export type KeeperState = {
  answers: Answers;
  /** The version the next saving builds on. */
  version: number;
  saving: boolean;
  savedAt: Date | null;
  /** Why the last saving failed; typing goes on all the same. */
  failure: unknown;
  /** What somebody else saved meanwhile, until one of the two is chosen. */
  theirs: RequestView | null;
};

type KeeperParts = {
  request: RequestView;
  step: string;
  save: (answers: Answers, step: string, version: number) => Promise<RequestView>;
  reread: () => Promise<RequestView>;
  keepCopy: (copy: { answers: Answers; version: number; step: string }) => void;
  dropCopy: () => void;
  copy: { answers: Answers; version: number } | null;
  now: () => Date;
  onSaved?: (request: RequestView) => void;
};

const PAUSE_MS = 800;
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Keeps the answers of one request: in memory, as a copy in the browser, and on the server after a pause in typing.
 * One saving runs at a time, each on the version before, and nothing typed is dropped until the server has it.
 */
export function keepAnswers(parts: KeeperParts) {
  const { request, copy } = parts;
  let step = parts.step;
  let onServer: Answers = request.details;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;
  const listeners = new Set<() => void>();
  const changedHere = copy !== null && !same(copy.answers, request.details);
  const overtaken = changedHere && copy.version !== request.version;
  let state: KeeperState = {
    answers: changedHere ? copy.answers : request.details,
    version: request.version,
    saving: false,
    savedAt: null,
    failure: null,
    theirs: overtaken ? request : null,
  };
  const set = (change: Partial<KeeperState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const dirty = () => !same(state.answers, onServer);

  /** The server has gone on. Where the answers are the same, only the version is new; otherwise a person decides. */
  function meet(current: RequestView): void {
    if (same(current.details, onServer)) set({ version: current.version });
    else set({ theirs: current });
  }

  async function saveOnce(): Promise<boolean> {
    const sent = state.answers;
    set({ saving: true });
    try {
      const saved = await parts.save(sent, step, state.version);
      onServer = sent;
      if (same(state.answers, sent)) parts.dropCopy();
      set({ saving: false, failure: null, version: saved.version, savedAt: parts.now() });
      parts.onSaved?.(saved);
      return true;
    } catch (error) {
      const stale = error instanceof Refused && error.code === 'changed-meanwhile';
      const current = stale ? await parts.reread().catch(() => null) : null;
      const onlyNewer = current !== null && same(current.details, onServer) && current.version !== state.version;
      set({ saving: false, failure: current ? null : error });
      // Too much in a short time passes: what is not saved yet is sent once it has.
      const seconds = error instanceof Refused && error.code === 'too-many-requests' && (error.body.seconds as number);
      if (seconds) timer = setTimeout(() => void flush(), seconds * 1000);
      if (current) meet(current);
      return onlyNewer ? saveOnce() : false;
    }
  }

  /** Saves what is not saved yet, and again while typing went on; true when the server has everything. */
  async function flush(force = false): Promise<boolean> {
    clearTimeout(timer);
    while (running) if (!(await running)) return false;
    if (state.theirs || (!force && !dirty())) return !state.theirs;
    running = saveOnce();
    const saved = await running;
    running = null;
    return saved && dirty() ? flush() : saved;
  }

  return {
    get: () => state,
    meet,
    dirty,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    change: (patch: Answers) => {
      set({ answers: { ...state.answers, ...patch } });
      parts.keepCopy({ answers: state.answers, version: state.version, step });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), PAUSE_MS);
    },
    flush,
    atStep: (next: string) => {
      step = next;
    },
    keepMine: () => {
      if (!state.theirs) return Promise.resolve(true);
      set({ version: state.theirs.version, theirs: null });
      return flush(true);
    },
    takeTheirs: () => {
      const { theirs } = state;
      if (!theirs) return;
      onServer = theirs.details;
      parts.dropCopy();
      set({ answers: theirs.details, version: theirs.version, theirs: null, failure: null });
      parts.onSaved?.(theirs);
    },
    stop: () => clearTimeout(timer),
  };
}

export type AnswerKeeper = ReturnType<typeof keepAnswers>;
