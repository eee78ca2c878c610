import { Type } from 'typebox'
import { uuidSchema } from './common.ts'

/** What every photo is announced with; what it is of is its route's own. */
export const announcedFileFields = {
  uploadId: uuidSchema,
  sizeBytes: Type.Integer({ minimum: 0, maximum: 100_000_000 }),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
}

/** A photo is announced: answers where to go on. */
export const announced = {
  method: 'POST',
  answer: Type.Object({ uploadId: uuidSchema, offset: Type.Integer() }),
  status: 201,
} as const

/** One piece of it. */
export const sentPiece = {
  method: 'PATCH',
  summary: 'One piece of at most 64 kB at header upload-offset',
  takes: 'application/octet-stream',
  answer: Type.Object({ offset: Type.Integer() }),
  status: 200,
} as const

/** All pieces are there. */
export const FINISHED = 'All pieces sent: check hash, decode, re-encode, encrypt; repeating answers the same'
export const FINISH_REFUSALS = [
  'upload-hash',
  'photo-type',
  'photo-heic',
  'photo-unreadable',
  'photo-too-many-pixels',
  'upload-offset',
  'not-found',
  'overloaded',
  'unavailable',
] as const
