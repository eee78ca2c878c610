/** A refusal as a value: the code comes from a closed list, one table elsewhere turns it into a sentence and a next step. */
export type Refused<Code extends string> = { readonly ok: false; readonly code: Code }

/** Builds a refusal without widening its code to `string`. */
export const refused = <Code extends string>(code: Code): Refused<Code> => ({ ok: false, code })
