import { type FieldError, refuse } from '#shared/problem.ts';

/** Refuses one field, named as it stands in the body (`/dueAt`) or the address (`?q`). */
export function refuseField(pointer: FieldError['pointer'], detail: string): never {
  refuse('invalid-input', { count: 1 }, { errors: [{ pointer, detail }] });
}
