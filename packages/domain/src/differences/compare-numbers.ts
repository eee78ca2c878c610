import { editDistance } from './edit-distance.ts'

export type NumberVerdict = 'same' | 'transposed' | 'one-digit' | 'different' | 'missing'
export type NumberComparison = { readonly verdict: NumberVerdict; readonly rule: string }

/** Compares two numbers digit by digit (text, never arithmetic: leading zeros count). A null or empty side is `missing`. Symmetric. */
export const compareNumbers = (declared: string | null, registered: string | null): NumberComparison => {
  if (!declared || !registered) return { verdict: 'missing', rule: 'number-missing' }
  const distance = editDistance(declared, registered)
  if (distance === 'none') return { verdict: 'same', rule: 'number-same' }
  if (distance === 'swap') return { verdict: 'transposed', rule: 'number-transposed' }
  return distance === 'slip' ? { verdict: 'one-digit', rule: 'number-one-digit' } : { verdict: 'different', rule: 'number-different' }
}
