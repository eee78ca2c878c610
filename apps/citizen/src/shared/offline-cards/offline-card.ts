import type { AreaCode, CivilDate, CoverageLevel, PartialDate, Sex } from '@an-sinh/domain'

/** One card as its picture and its QR need it. */
export type CardFace = {
  readonly healthCardNumber: string
  readonly coverageLevel: CoverageLevel
  readonly registeredFacilityCode: string
  readonly registeredFacilityName: string | null
  readonly areaCode: AreaCode | null
  readonly validFrom: CivilDate
  readonly validTo: CivilDate | null
  readonly continuousSince: CivilDate | null
  readonly issuedOn: CivilDate
  readonly issuingOfficeName: string | null
  /** A small child's card ends with the sixth year, whatever it says. */
  readonly isChildCard: boolean
}

export type HeldChild = { readonly representationId: string; readonly areas: readonly string[]; readonly lastOn: CivilDate }

/** All that a phone may keep of a person: what the pictures and the QR of the shown card and of the next one need. */
export type OfflineCard = {
  readonly shape: 1
  readonly insuranceNumber: string
  readonly fullName: string
  readonly bornOn: PartialDate
  readonly sex: Sex
  /** The shown card first, then the next one; empty for somebody without a card. */
  readonly faces: readonly CardFace[]
  /** Of a child: what lets its guardian see it, and until when. */
  readonly child?: HeldChild
}

const hasShape = (value: unknown): value is OfflineCard =>
  typeof value === 'object' && value !== null && 'shape' in value && value.shape === 1

/** What was sealed here comes back as it was; what another version of the app wrote in another shape is asked for again. */
export const parseOfflineCard = (value: unknown): OfflineCard | null => (hasShape(value) ? value : null)
