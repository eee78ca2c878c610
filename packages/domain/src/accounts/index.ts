export {
  ACCOUNT_MOVES,
  ACCOUNT_STATES,
  decideAccountMove,
  type AccountMove,
  type AccountMoveActor,
  type AccountState,
  type AccountStateRule,
} from './account-states.ts'
export { CONTACT_CHANGE_RULE } from './contact-change.ts'
export { decidePassword, PASSWORD_RULE, type PasswordPerson, type PasswordRefusalCode } from './decide-password.ts'
export { EMAIL_LINK_RULE } from './email-link.ts'
export { FIRST_PASSWORD_RULE, makeFirstPassword, parseFirstPassword } from './first-password.ts'
export { makeOneTimeCode, ONE_TIME_CODE_RULE, parseOneTimeCode } from './one-time-code.ts'
export { PASSKEY_RULE } from './passkey.ts'
export { describeDevice } from './describe-device.ts'
export { STEP_UP_RULE } from './step-up-rule.ts'
export { ACCOUNT_STOP_RULE } from './stop-rule.ts'
