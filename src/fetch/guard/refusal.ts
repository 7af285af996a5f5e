/** Carried through the connector by a refused connection. */
export class Refusal extends Error {
  readonly code = 'KANYIN_REFUSED';
}
