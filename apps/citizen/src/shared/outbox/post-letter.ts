import { deliverLetter } from './deliver-letter.ts'
import type { Letter, LetterKind, NewLetter } from './letter.ts'
import { dropLetterPhotos } from './letter-photos.ts'
import { findLetter, keepLetter } from './letter-store.ts'
import { wakeOutbox } from './outbox.ts'

/** Longer than this nobody looks at a button: the letter is kept, and "Chờ gửi" shows how far it is. */
const PATIENCE_MS = 8000

export type Posted = { readonly outcome: 'sent' } | { readonly outcome: 'waiting' | 'refused'; readonly letter: Letter }

const keep = async (letter: NewLetter): Promise<Letter | null> => {
  try {
    return await keepLetter(letter)
  } catch {
    // A full disk or a private window.
    return null
  }
}

/**
 * Keeps the letter, then sends it. From here on it is not lost: a page that closes, a phone that dies, a line that breaks only delay it.
 * Where nothing can be kept it goes at once or not at all. Throws `Failure` in that case alone.
 */
export const postLetter = async <Kind extends LetterKind>(letter: NewLetter<Kind>): Promise<Posted> => {
  if ((await keep(letter)) === null) {
    await deliverLetter(letter, null)
    await dropLetterPhotos(letter.letterId).catch(() => undefined)
    return { outcome: 'sent' }
  }
  await Promise.race([wakeOutbox(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
  const now = await findLetter(letter.letterId)
  if (now === null) return { outcome: 'sent' }
  return { outcome: now.state === 'waiting' ? 'waiting' : 'refused', letter: now }
}
