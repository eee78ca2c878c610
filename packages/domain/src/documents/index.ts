export { type AttachmentKind, type KeptPhotoKind, type KeptPictureKind, PHOTO_KINDS, PHOTO_RULE, type PhotoKind } from './photo-rule.ts'
export { keptFor, keptInterval } from './kept-for.ts'
export { RETENTION_RULES, type RetentionCode, type RetentionRule } from './retention-rules.ts'
