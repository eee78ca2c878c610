export { CALL_BACK_RULES, type CallBackRule, findCallBackRule } from './call-back-rules.ts'
export { type CallDay, type CallWindow, findCallWindow, isCallLapsed, listCallDays } from './list-call-days.ts'
