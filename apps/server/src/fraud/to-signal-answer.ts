import type { FraudSignalAnswer } from '@an-sinh/contract'
import { FRAUD_SIGNAL_RULES } from '@an-sinh/domain'
import type { SignalRow } from '../fraud-signals/index.ts'

export const toSignalAnswer = ({ kind, measured, others, ruleVersion, foundAt }: SignalRow): FraudSignalAnswer => {
  const { title, look } = FRAUD_SIGNAL_RULES[kind]
  return { kind, title, look, measured, others: others.length, ruleVersion, foundAt: foundAt.toISOString() }
}
