import type { HelpQuestionAnswer } from '@an-sinh/contract'
import type { Platform } from '../platform/platform.ts'
import { findStandingOffice } from '../reference/index.ts'

/**
 * Whom to turn to when the assistant does not know: the hotline, and the office that has one's case. The one place where a question leaves
 * the machine for a person: a ticket that takes the question along begins here.
 */
export async function handOver(platform: Platform, officeId: number | null): Promise<HelpQuestionAnswer['handOver']> {
  const office = officeId === null ? null : await findStandingOffice(platform.sql, officeId)
  return { hotline: platform.settings.hotline, office: office === null ? null : { name: office.name, phone: office.phone } }
}
