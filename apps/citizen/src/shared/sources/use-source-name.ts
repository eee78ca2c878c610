import { useTexts } from '@an-sinh/ui'
import { TEXTS } from '../page/texts.ts'

const REQUEST = /^correction request (\S+)$/u
const UNDONE = /^undo of /u

/** Where a line comes from, in words: the register keeps the name of a file or of its own doing. */
export const useSourceName = (): ((source: string) => string) => {
  const text = useTexts(TEXTS)
  return (source) => {
    if (source === 'persons') return text('source-register')
    if (source === 'synthetic') return text('source-synthetic')
    if (UNDONE.test(source)) return text('source-undone')
    const number = REQUEST.exec(source)?.[1]
    return number === undefined ? source : text('source-request', { number })
  }
}
