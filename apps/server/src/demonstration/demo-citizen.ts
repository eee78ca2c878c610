/** The own password of the demo person with an account; nobody real has this number. */
export const CITIZEN_PASSWORD = 'hoa sen mùa hạ 2026'
