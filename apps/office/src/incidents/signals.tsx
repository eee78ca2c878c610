import type { IncidentSignal } from '@an-sinh/contract'
import type { IncidentFeature } from '@an-sinh/domain'
import { CommandButton, Tag, type Tone } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { incidentMessages } from './incident-messages.ts'
import { listSignals } from './incident-requests.ts'

const TONES: Readonly<Record<IncidentSignal['level'], Tone>> = { fine: 'good', slow: 'warn', failing: 'bad' }
const AGAIN_MS = 30_000

const Signal = ({
  one,
  onSuggest,
}: {
  readonly one: IncidentSignal
  readonly onSuggest: (features: readonly IncidentFeature[]) => void
}) => {
  const say = incidentMessages.useSay()
  const { signal, level, waiting, oldestSeconds, failedPercent, features } = one
  return (
    <li>
      <strong>{say(`signal-${signal}`)}</strong> <Tag tone={TONES[level]}>{say(`level-${level}`)}</Tag>{' '}
      <span className="small">
        {signal === 'database'
          ? say('databaseFacts', { ms: oldestSeconds })
          : say('queueFacts', { waiting, seconds: oldestSeconds, percent: failedPercent })}
      </span>{' '}
      {level === 'fine' ? null : <CommandButton onPress={() => onSuggest(features)}>{say('suggest')}</CommandButton>}
    </li>
  )
}

/** What the system notices of itself: for whoever announces, and for nobody else. */
export const Signals = ({ onSuggest }: { readonly onSuggest: (features: readonly IncidentFeature[]) => void }) => {
  const say = incidentMessages.useSay()
  const found = useQuery({ queryKey: ['incident-signals'], queryFn: ({ signal }) => listSignals(signal), refetchInterval: AGAIN_MS })
  return (
    <section aria-labelledby="signals">
      <h2 id="signals">{say('signals')}</h2>
      <p className="small">{say('signalsNote')}</p>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      <ul className="closure-list signal-list">
        {(found.data?.signals ?? []).map((one) => (
          <Signal key={one.signal} one={one} onSuggest={onSuggest} />
        ))}
      </ul>
    </section>
  )
}
