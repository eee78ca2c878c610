import { formatDateVi, type PartialDate } from '../calendar/index.ts'
import { AREA_DIGITS, type HealthCardQr, NO_AREA_DIGIT } from './health-card-qr.ts'

const MISSING = '-'
const END = '$'

/** Lower-case hex of the UTF-8 bytes, without separators. Half a character, which no text of ours holds, becomes a replacement mark. */
const toHex = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /%([0-9A-F]{2})|([^%])/gu,
    (_whole, byte: string | undefined, ascii: string) =>
      byte === undefined ? ascii.charCodeAt(0).toString(16).padStart(2, '0') : byte.toLowerCase(),
  )

const hexOr = (text: string | null): string => (text === null || text === '' ? MISSING : toHex(text))
const dateOr = (date: PartialDate | null): string => (date === null ? MISSING : formatDateVi(date))

/**
 * The text of the QR on today's card, 17 segments: what the scanners at hospitals read. The address is never printed. The check string
 * stays empty: its algorithm is the State's own and is not imitated, so the text proves nothing and the desk asks the register as always.
 */
export const formatHealthCardQr = (card: HealthCardQr): string =>
  [
    card.insuranceNumber,
    toHex(card.fullName),
    formatDateVi(card.bornOn),
    card.sex === 'male' ? '1' : '2',
    MISSING,
    card.registeredFacilityCode === null ? MISSING : `${card.registeredFacilityCode.slice(0, 2)} - ${card.registeredFacilityCode.slice(2)}`,
    dateOr(card.validFrom),
    dateOr(card.validTo),
    dateOr(card.issuedOn),
    card.managingCode ?? MISSING,
    hexOr(card.guardianName),
    card.areaCode === null ? NO_AREA_DIGIT : AREA_DIGITS[card.areaCode],
    dateOr(card.continuousSince),
    MISSING,
    card.coverageLevel === null ? MISSING : String(card.coverageLevel),
    hexOr(card.issuingOfficeName),
    END,
  ].join('|')
