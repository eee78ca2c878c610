/** What a log may hold of an error. */
export type ErrorWords = { type: string; errorCode: string | undefined; places: string }

/**
 * Kind, code and place, never the error's own words: a database's message, detail or hint may quote what a person typed
 * ("Key (insurance_number)=(…) already exists").
 */
export function describeError(error: unknown): ErrorWords {
  if (!(error instanceof Error)) return { type: typeof error, errorCode: undefined, places: '' }
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line))
  return { type: error.name, errorCode: 'code' in error ? String(error.code) : undefined, places: places.join('\n') }
}
