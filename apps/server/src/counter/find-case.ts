import { findCaseRoute } from '@an-sinh/contract'
import { formatFileNumber, parseFileNumber, parseScannedFormCode } from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { findRegistrationByFileNumber, findRegistrationByFormCode, isSubmitted, type RegistrationRow } from '../registrations/index.ts'

const find = async (platform: Platform, text: string): Promise<RegistrationRow | null> => {
  const fileNumber = parseFileNumber(text)
  if (fileNumber.ok) return findRegistrationByFileNumber(platform.sql, formatFileNumber(fileNumber))
  const scanned = parseScannedFormCode(text)
  if (!scanned.ok) throw new Refusal(scanned.code)
  return findRegistrationByFormCode(platform, platform.sql, scanned.formCode)
}

/** Answers an id and nothing else, of whatever office: whether it may be opened is decided when it is opened. */
export function findCase(server: Server, platform: Platform): void {
  addRoute(server, findCaseRoute, async ({ body }) => {
    const row = requireFound(await find(platform, body.code), 'form-code-unknown')
    if (!isSubmitted(row)) throw new Refusal('form-code-unknown')
    return { registrationId: row.registrationId }
  })
}
