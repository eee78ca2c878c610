import type { Claim, ClaimCard, ClaimFault, ClaimRecord, VisitFacts } from './claim.ts'
import type { ClaimTable } from './claim-fields.ts'
import { TOTALS_MAPPING, VISIT_MAPPING as FIELDS } from './claim-mapping.ts'
import { formatAmount, makeRecordReader, type RecordReader } from './claim-reading.ts'
import { parseClaimBirth, parseClaimDay, parseClaimTime } from './claim-times.ts'
import { readCostLines } from './read-cost-lines.ts'
import { readPapers } from './read-papers.ts'

/** Records of the tables of one HOSO, in any order; `facilityCode` is the envelope's own, for a visit that names none. */
export type ClaimParts = { readonly facilityCode: string | null; readonly records: ReadonlyMap<ClaimTable, readonly ClaimRecord[]> }

const listOf = (text: string): string[] =>
  text
    .split(/[;,]/u)
    .map((one) => one.replaceAll(/[\s.-]/gu, '').toUpperCase())
    .filter((one) => one !== '')

const readCards = (reader: RecordReader): ClaimCard[] => {
  const [facilities, from, to] = [FIELDS.cardFacilities, FIELDS.cardsValidFrom, FIELDS.cardsValidTo].map((names) =>
    listOf(reader.raw(names)),
  )
  return listOf(reader.raw(FIELDS.cardNumbers)).map((number, at) => ({
    number,
    registeredFacilityCode: facilities?.[at] ?? null,
    validFrom: parseClaimDay(from?.[at] ?? ''),
    validTo: parseClaimDay(to?.[at] ?? ''),
  }))
}

const readVisit = (record: ClaimRecord, faults: ClaimFault[]): VisitFacts | null => {
  const reader = makeRecordReader(record, 'visit', faults)
  const [admittedAt, dischargedAt] = [reader.parsed(FIELDS.admittedAt, parseClaimTime), reader.parsed(FIELDS.dischargedAt, parseClaimTime)]
  const facts = {
    layout: Object.hasOwn(record, 'MA_THE') && !Object.hasOwn(record, 'MA_THE_BHYT') ? 'qd4210' : 'qd4750',
    diagnosis: reader.text(FIELDS.diagnosis, 10_000),
    mainDiseaseCode: reader.text(FIELDS.mainDiseaseCode, 20),
    otherDiseaseCodes: listOf(reader.raw(FIELDS.otherDiseaseCodes)).slice(0, 50),
    kindCode: reader.text(FIELDS.kindCode, 10),
    reasonCode: reader.text(FIELDS.reasonCode, 10),
    resultCode: reader.text(FIELDS.resultCode, 10),
    dischargeCode: reader.text(FIELDS.dischargeCode, 10),
    cards: readCards(reader),
    totalVnd: formatAmount(reader, TOTALS_MAPPING.totalVnd),
    coveredVnd: formatAmount(reader, TOTALS_MAPPING.coveredVnd),
    fundVnd: formatAmount(reader, TOTALS_MAPPING.fundVnd),
    copaymentVnd: formatAmount(reader, TOTALS_MAPPING.copaymentVnd),
    ownVnd: formatAmount(reader, TOTALS_MAPPING.ownVnd),
    otherVnd: formatAmount(reader, TOTALS_MAPPING.otherVnd),
  } as const
  if (admittedAt === null || dischargedAt === null) {
    faults.push({ column: 'visit', code: 'missing', value: admittedAt === null ? 'NGAY_VAO' : 'NGAY_RA' })
    return null
  }
  if (dischargedAt < admittedAt) faults.push({ column: 'visit', code: 'to-before-from', value: `${admittedAt} – ${dischargedAt}` })
  return { ...facts, admittedAt, dischargedAt }
}

/** Lines of another visit in this HOSO would be another person's: nothing of it is taken. */
const checkKeys = ({ records }: ClaimParts, visitKey: string, faults: ClaimFault[]): void => {
  for (const part of records.values())
    for (const { MA_LK: key = '' } of part)
      if (key.trim() !== '' && key.trim() !== visitKey) {
        faults.push({ column: 'visitKey', code: 'visit-key-differs', value: key.trim().slice(0, 100) })
        return
      }
}

const isNationalId = (text: string): string | null => (/^\d{12}$/u.test(text) ? text : null)

/** One HOSO → one visit, and everything that keeps it from being taken. A national id of 9 digits or a passport is passed over. */
export const readClaim = (parts: ClaimParts): { readonly claim: Claim; readonly faults: readonly ClaimFault[] } => {
  const faults: ClaimFault[] = []
  const of = (table: ClaimTable): readonly ClaimRecord[] => parts.records.get(table) ?? []
  const [summary = {}, ...others] = of('XML1')
  if (of('XML1').length === 0) faults.push({ column: null, code: 'missing', value: 'XML1' })
  if (others.length > 0) faults.push({ column: null, code: 'row-doubled', value: 'XML1' })
  const key = makeRecordReader(summary, 'visitKey', faults)
  const person = makeRecordReader(summary, 'fullName', faults)
  const visitKey = key.text(FIELDS.visitKey, 100)
  if (visitKey !== null) checkKeys(parts, visitKey, faults)
  const claim: Claim = {
    facilityCode: makeRecordReader(summary, 'facilityCode', faults).text(FIELDS.facilityCode, 10) ?? parts.facilityCode,
    visitKey,
    cardNumbers: listOf(person.raw(FIELDS.cardNumbers)).slice(0, 20),
    nationalId: isNationalId(person.raw(FIELDS.nationalId)),
    fullName: person.text(FIELDS.fullName, 255),
    bornOn: makeRecordReader(summary, 'bornOn', faults).parsed(FIELDS.bornOn, parseClaimBirth),
    visit: of('XML1').length === 0 ? null : readVisit(summary, faults),
    costLines: [...readCostLines(of('XML2'), 'drug', faults), ...readCostLines(of('XML3'), 'service', faults)],
    papers: (['XML7', 'XML9', 'XML10', 'XML11'] as const).flatMap((table) => readPapers(of(table), table, faults)),
  }
  for (const column of ['facilityCode', 'visitKey', 'fullName', 'bornOn'] as const)
    if (claim[column] === null && !faults.some((fault) => fault.column === column || fault.column === null))
      faults.push({ column, code: 'missing', value: null })
  return { claim, faults }
}
