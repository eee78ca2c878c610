import type { Batch } from '@an-sinh/contract'
import { useLanguage } from '@an-sinh/ui'
import { formatInstant } from '../shared/format-instant.ts'
import { batchMessages } from './batch-messages.ts'

/** What fell out with the reason, what is still missing, what was received by whom. */
export const BatchPiles = ({ batch }: { readonly batch: Batch }) => {
  const say = batchMessages.useSay()
  const { language } = useLanguage()
  const missing = batch.forms.filter(({ receivedAt }) => receivedAt === null)
  return (
    <>
      <h2>{say('pile', { count: String(batch.odds.length) })}</h2>
      {batch.odds.length === 0 ? <p>{say('pileEmpty')}</p> : null}
      <ul>
        {batch.odds.map(({ scanId, codeTail, sentence, clerkName }) => (
          <li key={scanId}>
            <strong>…{codeTail}</strong>: {sentence[language]} ({clerkName})
          </li>
        ))}
      </ul>
      <h2>{say('missing', { count: String(missing.length) })}</h2>
      <p>{missing.length === 0 ? say('missingEmpty') : missing.map(({ position, codeTail }) => `${position}. …${codeTail}`).join(' · ')}</p>
      <details>
        <summary>{say('received', { count: String(batch.received) })}</summary>
        <ul>
          {batch.forms.map(({ position, codeTail, receivedAt, clerkName }) =>
            receivedAt === null ? null : (
              <li key={position}>
                {position}. …{codeTail}, {formatInstant(receivedAt)}, {clerkName}
              </li>
            ),
          )}
        </ul>
      </details>
    </>
  )
}
