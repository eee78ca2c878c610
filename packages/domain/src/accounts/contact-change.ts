/**
 * Another phone or e-mail address: proved on both sides, then `holdHours` to object before it holds. `counterHours`: how long a code from the
 * counter, given because the old phone is gone, stands in for the code to that phone.
 */
export const CONTACT_CHANGE_RULE = { version: 'contact-change-1', holdHours: 24, proveMinutes: 60, counterHours: 72 } as const
