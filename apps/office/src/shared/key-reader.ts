/** Longest pause between two characters of a scanner that types like a keyboard, in milliseconds; people are slower. */
export const SCAN_PAUSE_MS = 60
/** Shorter bursts are a quick hand, not a scan: the shortest thing scanned is a ten-character form code. */
const SCAN_LENGTH_MIN = 6

export type KeyReader = {
  /** A character typed outside of any field. */
  readonly character: (character: string) => void
  /** A space: part of a scan that is running (a name on an identity card), else nothing of ours; true when it was taken. */
  readonly space: () => boolean
  /** Enter outside of any field; true when it ended a scan and must do nothing else. */
  readonly enter: () => boolean
  readonly stop: () => void
}

/**
 * Tells a scanner's burst from single-key commands. Characters wait until a pause: a lone one is a command, a long burst ended by Enter
 * is a scan, a long burst without Enter is half a scan: it runs no command (it must never decide a case), and the clerk is told.
 */
export function makeKeyReader(handlers: {
  readonly onKey: (key: string) => void
  readonly onScan: (text: string) => void
  readonly onHalfScan: (text: string) => void
}): KeyReader {
  let waiting = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    const burst = waiting
    waiting = ''
    if (Array.from(burst).length >= SCAN_LENGTH_MIN) handlers.onHalfScan(burst)
    else for (const key of burst) handlers.onKey(key)
  }
  return {
    character: (character) => {
      waiting += character
      clearTimeout(timer)
      timer = setTimeout(flush, SCAN_PAUSE_MS)
    },
    space: () => {
      if (waiting === '') return false
      waiting += ' '
      clearTimeout(timer)
      timer = setTimeout(flush, SCAN_PAUSE_MS)
      return true
    },
    enter: () => {
      clearTimeout(timer)
      const scanned = waiting
      if (Array.from(scanned).length < SCAN_LENGTH_MIN) {
        flush()
        return false
      }
      waiting = ''
      handlers.onScan(scanned)
      return true
    },
    stop: () => clearTimeout(timer),
  }
}
