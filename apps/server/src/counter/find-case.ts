import { findCaseRoute, type RefusalCode } from '@an-sinh/contract'
import { type OtherPaper, readScanned } from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { findRegistrationByFileNumber, findRegistrationByFormCode, isSubmitted, type RegistrationRow } from '../registrations/index.ts'

const PAPERS: Readonly<Record<OtherPaper, RefusalCode>> = {
  batch: 'scan-batch',
  statement: 'scan-statement',
  'health-card': 'scan-health-card',
  'insurance-number': 'scan-person-number',
  'national-id': 'scan-person-number',
}

const find = async (platform: Platform, text: string): Promise<RegistrationRow | null> => {
  const scanned = readScanned(text)
  switch (scanned.kind) {
    case 'form-code':
      return findRegistrationByFormCode(platform, platform.sql, scanned.formCode)
    case 'file-number':
      return findRegistrationByFileNumber(platform.sql, scanned.fileNumber)
    case 'request-number':
      throw new Refusal('scan-request')
    case 'id-card':
    case 'mrz':
      throw new Refusal('scan-id-card')
    case 'half':
      throw new Refusal('scan-half')
    case 'other-paper':
      throw new Refusal(PAPERS[scanned.paper])
    case 'unknown':
      throw new Refusal(scanned.code)
  }
}

/** Answers an id and nothing else, of whatever office: whether it may be opened is decided when it is opened. */
export function findCase(server: Server, platform: Platform): void {
  addRoute(server, findCaseRoute, async ({ body }) => {
    const row = requireFound(await find(platform, body.code), 'form-code-unknown')
    if (!isSubmitted(row)) throw new Refusal('form-code-unknown')
    return { registrationId: row.registrationId }
  })
}
