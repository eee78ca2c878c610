import type { RefusalCode } from '@an-sinh/contract'

/** A file that cannot be taken at all; `details` fill the sentence of the code. */
export class FileRefused extends Error {
  readonly code: RefusalCode
  readonly details: Readonly<Record<string, string | number>>
  constructor(code: RefusalCode, details: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.name = 'FileRefused'
    this.code = code
    this.details = details
  }
}
