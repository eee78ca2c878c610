import { CommandButton, Notice } from '@an-sinh/ui'
import { ApiProblem } from './api-problem.ts'
import { formatInstant } from './format-instant.ts'
import { LocalErrorId } from './local-error-id.tsx'
import { sharedMessages } from './shared-messages.ts'

const Refused = ({ problem }: { readonly problem: ApiProblem }) => {
  const say = sharedMessages.useSay()
  if (problem.refusal === null)
    return (
      <>
        <p>{say('unreachableNext')}</p>
        <LocalErrorId kind={problem.code === 'unreachable' ? 'offline' : 'trouble'} />
      </>
    )
  const { sentence, nextStep, requestId, tryAgainAt, fields = [] } = problem.refusal
  return (
    <>
      {fields
        .filter((field) => field.sentence !== sentence)
        .map((field) => (
          <p key={field.field}>{field.sentence}</p>
        ))}
      <p>{nextStep}</p>
      {tryAgainAt === undefined ? null : <p>{say('tryAgainAt', { time: formatInstant(tryAgainAt) })}</p>}
      <p className="small">{say('requestId', { id: requestId })}</p>
    </>
  )
}

/** What went wrong and what to do: the server's sentence, its next step, and the id to quote. Announced at once. */
export const ProblemNotice = ({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) => {
  const say = sharedMessages.useSay()
  const problem = error instanceof ApiProblem ? error : new ApiProblem('unreachable')
  return (
    <Notice kind="error" live title={problem.refusal?.sentence ?? say('unreachable')}>
      <Refused problem={problem} />
      {onRetry === undefined ? null : <CommandButton onPress={onRetry}>{say('retry')}</CommandButton>}
    </Notice>
  )
}
