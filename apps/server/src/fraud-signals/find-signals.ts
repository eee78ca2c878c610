import {
  type AlikePhoto,
  cellsApart,
  compareBirthDates,
  compareNames,
  findFraudRule,
  findFraudSignals,
  foldText,
  type FraudRule,
  type FraudSubject,
} from '@an-sinh/domain'
import { openPrintCells } from '../documents/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { readToday } from '../registrations/index.ts'
import { markRisky } from '../second-checks/index.ts'
import {
  type AlikeRow,
  type CircleRow,
  type ClaimRow,
  listAlikePhotos,
  listClaims,
  listDeviceCircles,
  listPhoneCircles,
  type TraceRow,
} from './fraud-facts-queries.ts'
import { clearVanished, type FoundSignal, listSignals, writeSignals } from './fraud-signal-queries.ts'
import { traceRegistrations } from './trace-registrations.ts'

function by<T extends { registrationId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const known = found.get(row.registrationId)
    if (known === undefined) found.set(row.registrationId, [row])
    else known.push(row)
  }
  return found
}

/** All but two of the twelve of a national id. */
const MOST_DIGITS_SAME = 10
const countSameDigits = ({ nationalId, otherNationalId }: AlikeRow): number =>
  Array.from(nationalId ?? '').filter((digit, at) => digit === otherNationalId?.[at]).length

const toSubject = ({ other, subject, family }: CircleRow): FraudSubject => ({ registrationId: other, subject, family })

const toAlikePhoto = (platform: Platform, row: AlikeRow): AlikePhoto => ({
  ...toSubject(row),
  kind: row.kind,
  apart: cellsApart(openPrintCells(platform, row.documentId, row.cells), openPrintCells(platform, row.otherDocumentId, row.otherCells)),
  related: foldText(row.fullName) === foldText(row.otherName) || countSameDigits(row) >= MOST_DIGITS_SAME,
})

/** Another name or another birthday under one number; a slip of the pen is nobody else. */
const isSomebodyElse = ({ fullName, ownName, bornOn, ownBornOn }: ClaimRow): boolean =>
  compareNames(ownName, fullName).verdict === 'different' || compareBirthDates(ownBornOn, bornOn).verdict === 'different'

type Circles = { photos: AlikeRow[]; phones: CircleRow[]; devices: CircleRow[]; claims: ClaimRow[] }

const gather = async ({ sql }: Platform, registrationIds: readonly string[], rule: FraudRule): Promise<Circles> => ({
  photos: await listAlikePhotos(sql, registrationIds, rule),
  phones: await listPhoneCircles(sql, registrationIds),
  devices: await listDeviceCircles(sql, registrationIds),
  claims: (await listClaims(sql, registrationIds)).filter(isSomebodyElse),
})

const judge = (platform: Platform, traces: readonly TraceRow[], circles: Circles, rule: FraudRule): FoundSignal[] => {
  const [photos, phones, devices, claims] = [by(circles.photos), by(circles.phones), by(circles.devices), by(circles.claims)]
  return traces.flatMap((trace) => {
    const { registrationId, byNationalId, byInsuranceNumber } = trace
    const onPhone = (phones.get(registrationId) ?? []).map(toSubject)
    const self = onPhone.find((subject) => subject.registrationId === registrationId)
    // Erased while it was looked at.
    if (self === undefined) return []
    const facts = {
      self,
      onPhone,
      alikePhotos: (photos.get(registrationId) ?? []).map((row) => toAlikePhoto(platform, row)),
      onDevice: (devices.get(registrationId) ?? []).map(toSubject),
      sameNumber: (claims.get(registrationId) ?? []).map(toSubject),
      dead: trace.dead,
      merged: trace.merged,
      numbersOfTwo: byNationalId !== null && byInsuranceNumber !== null && byNationalId !== byInsuranceNumber,
      address: { street: trace.street, wardExists: trace.wardExists },
    }
    return findFraudSignals(facts, rule).map((signal) => ({ ...signal, registrationId }))
  })
}

const store = (platform: Platform, registrationIds: readonly string[], found: readonly FoundSignal[]): Promise<void> =>
  inTransaction(platform, async (transaction) => {
    if (found.length > 0) await writeSignals(transaction, found)
    await clearVanished(transaction, registrationIds, found)
    if (!platform.settings.secondChecks.forSignals) return
    const standing = new Set((await listSignals(transaction, registrationIds)).map(({ registrationId }) => registrationId))
    await markRisky(transaction, [...standing], true)
    await markRisky(
      transaction,
      registrationIds.filter((registrationId) => !standing.has(registrationId)),
      false,
    )
  })

const look = async (platform: Platform, registrationIds: readonly string[], rule: FraudRule): Promise<FoundSignal[]> => {
  const traces = await traceRegistrations(platform, registrationIds)
  const seen = traces.map(({ registrationId }) => registrationId)
  const found = judge(platform, traces, await gather(platform, seen, rule), rule)
  await store(platform, seen, found)
  return found
}

/**
 * Looks for signals in these registrations, and once more in those that take part in what was found, or did before: the sixth stranger on a phone makes the
 * first five look different. Safe to run twice; nothing of it is told to an applicant. Answers how many signals these registrations have.
 */
export async function findSignals(platform: Platform, registrationIds: readonly string[]): Promise<number> {
  const rule = findFraudRule(await readToday(platform.sql))
  const before = await listSignals(platform.sql, registrationIds)
  const found = await look(platform, registrationIds, rule)
  const others = new Set([...before, ...found].flatMap((signal) => signal.others))
  for (const registrationId of registrationIds) others.delete(registrationId)
  if (others.size > 0) await look(platform, [...others], rule)
  return found.length
}
