/** A delegate as a holder of commitments. */
export function holdOfDelegate(delegateId: string): string {
  return `delegate:${delegateId}`;
}

/** The delegate behind a hold, or null when it is something else. */
export function delegateOfHold(hold: string): string | null {
  return hold.startsWith('delegate:') ? hold.slice('delegate:'.length) : null;
}
