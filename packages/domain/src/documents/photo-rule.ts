/** The three photos that the letter asks for: both sides of the identity paper, and a portrait. */
export const PHOTO_KINDS = ['id-front', 'id-back', 'portrait'] as const
export type PhotoKind = (typeof PHOTO_KINDS)[number]

/** Every photo that people send: those of a registration, and the proof of a child's parents. */
export type KeptPhotoKind = PhotoKind | 'birth-certificate'

/** Photos sent along with a ticket, by their place. */
export type AttachmentKind = 'attachment-1' | 'attachment-2' | 'attachment-3'

/** Every picture that is kept: photos, and the signed form as the counter scanned it. */
export type KeptPictureKind = KeptPhotoKind | AttachmentKind | 'form-scan'

/**
 * Resized on the device: 1600 px still lets the QR of the card and its small print be read, and three photos together stay below 600 kB on a
 * slow line. `maxPixels` refuses a picture bomb before decoding; pieces are what one request may carry.
 */
export const PHOTO_RULE = {
  version: 'photo-1',
  maxEdgePx: 1600,
  minEdgePx: 480,
  targetBytes: 200_000,
  maxBytes: 2_000_000,
  maxPixels: 25_000_000,
  pieceBytes: 65_536,
  mediaTypes: ['image/jpeg', 'image/png', 'image/webp'],
  triesBeforeFlag: 2,
} as const
