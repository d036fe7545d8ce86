import { uuidv7 } from 'uuidv7';

/** A new id: UUID version 7, made here so that both engines order it by time. */
export function newId(): string {
  return uuidv7();
}
