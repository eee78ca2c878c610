import { useTexts } from '@an-sinh/ui'
import { Failure, findCode } from '../api/failure.ts'
import { TEXTS } from './texts.ts'

/**
 * A one-time code that cannot be one, or that the server did not take, is told at its field; `other` is any other failure, for the page.
 */
export const useCodeError = (
  isWrongShape: boolean,
  failure: unknown,
): { readonly atField: string | undefined; readonly other: unknown } => {
  const text = useTexts(TEXTS)
  if (isWrongShape) return { atField: text('code-shape'), other: null }
  if (findCode(failure) !== 'code-wrong' || !(failure instanceof Failure)) return { atField: undefined, other: failure }
  return { atField: `${failure.refusal?.sentence ?? ''} ${failure.refusal?.nextStep ?? ''}`, other: null }
}
