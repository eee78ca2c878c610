/** A challenge is answered within `challengeMinutes`; a person keeps `most` passkeys. */
export const PASSKEY_RULE = { version: 'passkey-1', challengeMinutes: 5, most: 10 } as const
