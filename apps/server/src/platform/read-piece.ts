import type { FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'

/** A piece of a file: its bytes, and where in the file it begins (header `upload-offset`, in bytes). @throws Refusal `bad-request` */
export function readPiece(request: FastifyRequest): { offset: number; bytes: Uint8Array } {
  const { body: bytes } = request
  const header = request.headers['upload-offset']
  if (!(bytes instanceof Uint8Array) || bytes.length === 0) throw new Refusal('bad-request')
  if (typeof header !== 'string' || !/^\d{1,12}$/u.test(header))
    throw new Refusal('bad-request', { fields: [{ field: 'upload-offset', code: 'bad-request' }] })
  return { offset: Number(header), bytes }
}
