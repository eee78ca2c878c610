export type { Sex } from './sex.ts'
export { describeHouseholdRelation } from './household-relations.ts'
export { isInsuranceNumber } from './is-insurance-number.ts'
export {
  checkNationalId,
  parseNationalId,
  type NationalId,
  type NationalIdFinding,
  type NationalIdRefusalCode,
} from './parse-national-id.ts'
export {
  IDENTITY_NUMBER_KINDS,
  parseIdentityNumber,
  type IdentityNumber,
  type IdentityNumberKind,
  type IdentityNumberRefusalCode,
} from './parse-identity-number.ts'
export { findIdCardExpiry } from './find-id-card-expiry.ts'
export { parseIdCardQr, type IdCard, type IdCardQrRefusalCode } from './parse-id-card-qr.ts'
export { NATIONALITY_CODES } from './nationality-codes.ts'
export { parseMrz, type Mrz, type MrzCheck, type MrzRefusalCode } from './parse-mrz.ts'
export { MOBILE_PREFIXES, type MobilePrefix } from './mobile-prefixes.ts'
export { formatPhoneVi, parsePhone, type PhoneRefusalCode } from './parse-phone.ts'
export { maskEmail, maskPhone } from './mask-contact.ts'
export { PERSON_NAME_MAX, parsePersonName, type PersonNameRefusalCode } from './parse-person-name.ts'
export { parseCompactDate } from './scanned-text.ts'
