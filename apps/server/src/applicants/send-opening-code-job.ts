import { sendOneTimeCode } from '../accounts/index.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { findRegistration } from '../registrations/index.ts'
import { findOpening } from './access-queries.ts'

/** Sends the code of an opening to the form's proved phone. Nothing for an unknown form; nothing beyond the phone's limit, and nobody is told which it was. */
export async function sendOpeningCode(platform: Platform, data: Record<string, unknown>): Promise<void> {
  const { openingId } = data
  if (typeof openingId !== 'string') return
  const opening = await findOpening(platform.sql, openingId)
  if (opening === null || opening.registrationId === null) return
  const row = await findRegistration(platform.sql, opening.registrationId)
  if (row === null || row.provedPhone === null) return
  try {
    await sendOneTimeCode(platform, null, { purpose: 'open-registration', subject: openingId, phone: row.provedPhone })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    platform.log.info({ refusal: error.code }, 'opening code not sent')
  }
}
