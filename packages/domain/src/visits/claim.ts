import type { ImportFaultCode } from '../imports/index.ts'
import type { ClaimLayout, MedicalPaperKind } from './claim-mapping.ts'

/** Fields of one record as they stood in the file, by name. */
export type ClaimRecord = Readonly<Record<string, string>>

export type ClaimCard = {
  readonly number: string
  readonly registeredFacilityCode: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** What the medical book keeps of XML1. Times are local to the facility (`yyyy-MM-ddTHH:MM`); amounts are đồng with two decimals. */
export type VisitFacts = {
  readonly layout: ClaimLayout
  readonly admittedAt: string
  readonly dischargedAt: string
  readonly diagnosis: string | null
  readonly mainDiseaseCode: string | null
  readonly otherDiseaseCodes: readonly string[]
  readonly kindCode: string | null
  readonly reasonCode: string | null
  readonly resultCode: string | null
  readonly dischargeCode: string | null
  readonly cards: readonly ClaimCard[]
  readonly totalVnd: string
  readonly coveredVnd: string
  readonly fundVnd: string
  readonly copaymentVnd: string
  readonly ownVnd: string
  readonly otherVnd: string
}

/** The eleven fields of a cost line; quantity and unit price with up to nine decimals, amounts with two. */
export type VisitCostLine = {
  readonly kind: 'drug' | 'service'
  readonly code: string | null
  readonly name: string
  readonly unit: string | null
  readonly quantity: string
  readonly unitPriceVnd: string
  readonly coveragePercent: number | null
  readonly amountVnd: string
  readonly fundVnd: string
  readonly otherVnd: string
  readonly ownVnd: string
  readonly copaymentVnd: string
}

export type MedicalPaper = {
  readonly kind: MedicalPaperKind
  readonly serialNumber: string | null
  readonly issuedOn: string | null
  readonly restFrom: string | null
  readonly restTo: string | null
  readonly restDays: number | null
}

/** One visit as an envelope tells it: whose it says it is, where, and what happened. */
export type Claim = {
  readonly facilityCode: string | null
  readonly visitKey: string | null
  readonly cardNumbers: readonly string[]
  readonly nationalId: string | null
  readonly fullName: string | null
  readonly bornOn: string | null
  readonly visit: VisitFacts | null
  readonly costLines: readonly VisitCostLine[]
  readonly papers: readonly MedicalPaper[]
}
export type ClaimFault = { readonly column: keyof Claim | null; readonly code: ImportFaultCode; readonly value: string | null }
