import type { Database } from '#db/connect.ts';
import { linksAfter, outsideChain, sealerState } from '#db/queries/history-seal.ts';
import { theProgram } from '../who.ts';
import { BEGINNING, faultOf, type LinkFault, type Place } from './history-chain.ts';

const AT_ONCE = 10_000;
/** Clocks of two instances may differ by so much, and a transaction may last so long, in milliseconds. */
const TOLERANCE_MS = 10 * 60_000;

/** What can be wrong with the chain: a link is missing, its row is missing or differs, its end is missing, a row slipped in. */
export type Fault = LinkFault | 'end-missing' | 'head-differs' | 'slipped-in';
export type Verdict = {
  /** How many links hold, from the first on. */
  links: number;
  head: Place | null;
  /** Rows too young to be in the chain yet. */
  waiting: number;
  broken: { fault: Fault; seq: number | null; historyId: string | null } | null;
};

/**
 * Works the chain out again from the rows as they stand now, and stops at the first that does not hold. A head noted
 * outside of the database also finds out a chain that was cut off or made anew as a whole.
 */
export async function verifyHistory(database: Database, noted: Place | null = null): Promise<Verdict> {
  let here = BEGINNING;
  let until: number | null = null;
  const verdict = (fault?: Fault, seq: number | null = null, historyId: string | null = null): Verdict => ({
    links: here.seq,
    head: here.seq === 0 ? null : here,
    waiting: 0,
    broken: fault ? { fault, seq, historyId } : null,
  });
  // Looked up first: what is sealed while the chain is being read makes it longer, and that is no fault.
  const state = await database.read(theProgram, sealerState);
  for (;;) {
    const links = await database.read(theProgram, (db) => linksAfter(db, here.seq, AT_ONCE));
    for (const link of links) {
      const fault = faultOf(here, link);
      const seq = here.seq + 1;
      if (fault) return verdict(fault, seq, fault === 'link-missing' ? null : link.historyId);
      if (noted?.seq === seq && noted.hash !== link.hash) return verdict('head-differs', seq, link.historyId);
      here = { seq, hash: link.hash };
      until = Math.max(until ?? 0, Date.parse(link.row?.at ?? ''));
    }
    if (links.length < AT_ONCE) break;
  }
  if (here.seq < Math.max(state?.seq ?? 0, noted?.seq ?? 0)) return verdict('end-missing', here.seq + 1);
  if (state?.seq === here.seq && state.hash !== here.hash) return verdict('head-differs', here.seq);
  const since = until === null ? null : new Date(until - TOLERANCE_MS).toISOString();
  const outside = await database.read(theProgram, (db) => outsideChain(db, state?.sealedBefore ?? '0', since));
  if (outside.slipped) return verdict('slipped-in', null, outside.slipped);
  return { ...verdict(), waiting: outside.count };
}
