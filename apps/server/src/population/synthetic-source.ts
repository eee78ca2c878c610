/** Stays with every row of a synthetic person as its source. */
export const SYNTHETIC_SOURCE = 'synthetic'
