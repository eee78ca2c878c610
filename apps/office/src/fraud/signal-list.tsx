import type { FraudSignalAnswer } from '@an-sinh/contract'
import { useLanguage } from '@an-sinh/ui'
import { formatInstant } from '../shared/format-instant.ts'
import { fraudMessages } from './fraud-messages.ts'

const MEASURES = {
  'portrait-shared': 'measured-bits',
  'card-altered': 'measured-bits',
  'phone-of-strangers': 'measured-strangers',
  'device-of-strangers': 'measured-strangers',
  'hasty-clerk': 'measured-approvals',
  'number-claimed-twice': 'measured-claims',
} as const
const isMeasured = (kind: string): kind is keyof typeof MEASURES => kind in MEASURES

/** Each reason with what to look at, what was measured and by which rule. */
export const SignalList = ({ signals }: { readonly signals: readonly FraudSignalAnswer[] }) => {
  const say = fraudMessages.useSay()
  const { language } = useLanguage()
  return (
    <ul className="signals">
      {signals.map(({ kind, title, look, measured, others, foundAt, ruleVersion }) => (
        <li key={kind}>
          <p>
            <strong>{title[language]}</strong>
            {isMeasured(kind) ? `. ${say(MEASURES[kind], { count: measured })}.` : null}
            {others > 0 ? ` ${say('others', { count: others })}.` : null}
          </p>
          <p>{look[language]}</p>
          <p className="small quiet">{say('foundAt', { at: formatInstant(foundAt), rule: ruleVersion })}</p>
        </li>
      ))}
    </ul>
  )
}
