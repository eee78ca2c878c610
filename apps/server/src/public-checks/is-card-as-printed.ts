import type { FoundPaper } from '../paper-codes/index.ts'
import type { Platform } from '../platform/platform.ts'
import { fingerprintOfCard } from '../wallet-cards/index.ts'

/** Whether the register still says of the person's card what the paper says. A code of nobody is asked for like one of somebody. */
export async function isCardAsPrinted(platform: Platform, subject: FoundPaper['subject']): Promise<boolean> {
  const now = await fingerprintOfCard(platform, subject?.personId ?? 0)
  return subject !== null && now === subject.fingerprint
}
