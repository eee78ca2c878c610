import type { Keyring } from './keyring.ts'

/** What stands for a person towards their own browser: the same for ever, and nothing can be read from it. */
export const personTagOf = ({ keyring }: { keyring: Keyring }, personId: number): string =>
  keyring.hmac('session', `person/${personId}`).subarray(0, 16).toString('base64url')
