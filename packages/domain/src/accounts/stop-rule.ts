/** An account that is to stop waits a day: whoever took it over cannot lock its owner out, and who asked may think again. */
export const ACCOUNT_STOP_RULE = { version: 'account-stop-1', holdHours: 24 } as const
