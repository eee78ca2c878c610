/** A link to the address on file: `minutes` to open it, once, with the birth date; then `ticketMinutes` to choose a password. */
export const EMAIL_LINK_RULE = { version: 'email-link-1', minutes: 30, ticketMinutes: 10 } as const
