import { keptInterval, type RegistrationState, type RetentionCode } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { eraseDocuments, sweepDocuments } from '../documents/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { deleteRegistration, listOutdated, listOutdatedIdPhotos, rememberIdPhotosErased } from './registration-queries.ts'

const actor = { kind: 'system', job: 'erase-outdated' } as const
const BATCH = 200

/** Which rule of the one dated table holds for which states. */
const RULES: readonly { code: RetentionCode; states: readonly RegistrationState[]; since: 'touched' | 'state' }[] = [
  { code: 'draft', states: ['draft'], since: 'touched' },
  { code: 'returned-registration', states: ['returned'], since: 'state' },
  { code: 'closed-registration', states: ['refused', 'expired', 'withdrawn'], since: 'state' },
]

/** One registration: keys, rows and history in one transaction, then the bytes. False when its state changed meanwhile. */
const eraseOne = async (platform: Platform, registrationId: string, { code, states }: (typeof RULES)[number]): Promise<boolean> => {
  const removeFiles = await inTransaction(platform, async (transaction) => {
    if (!(await deleteRegistration(transaction, registrationId, states))) return null
    const erased = await eraseDocuments(platform, transaction, { registrationId })
    await recordAudit(transaction, {
      actor,
      action: 'registration-erased',
      registrationId,
      reasonCode: code,
      details: { photos: erased.count },
    })
    return erased.removeFiles
  })
  await removeFiles?.()
  return removeFiles !== null
}

const eraseByRule = async (platform: Platform, rule: (typeof RULES)[number]): Promise<number> => {
  let count = 0
  for (;;) {
    const registrationIds = await listOutdated(platform.sql, rule.states, rule.since, keptInterval(rule.code), BATCH)
    for (const registrationId of registrationIds) count += (await eraseOne(platform, registrationId, rule)) ? 1 : 0
    if (registrationIds.length < BATCH) return count
  }
}

/** Twelve months after the approval the photos of the id go; the portrait stays while the account lives. */
const eraseIdPhotos = async (platform: Platform): Promise<number> => {
  const registrationIds = await listOutdatedIdPhotos(platform.sql, keptInterval('id-photo'), BATCH)
  for (const registrationId of registrationIds) {
    const erased = await inTransaction(platform, async (transaction) => {
      const done = await eraseDocuments(platform, transaction, { registrationId, kinds: ['id-front', 'id-back'] })
      await rememberIdPhotosErased(transaction, registrationId)
      await recordAudit(transaction, {
        actor,
        action: 'id-photos-erased',
        registrationId,
        reasonCode: 'id-photo',
        details: { photos: done.count },
      })
      return done
    })
    await erased.removeFiles()
  }
  return registrationIds.length
}

/** By night: everything whose time is over by RETENTION_RULES goes, bytes and keys; then what crashes left behind. Safe to run twice. */
export async function eraseOutdated(
  platform: Platform,
): Promise<{ registrations: number; idPhotos: number; files: number; uploads: number }> {
  let registrations = 0
  for (const rule of RULES) registrations += await eraseByRule(platform, rule)
  const idPhotos = await eraseIdPhotos(platform)
  return { registrations, idPhotos, ...(await sweepDocuments(platform)) }
}
