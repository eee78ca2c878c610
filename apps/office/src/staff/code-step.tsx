import { CommandButton, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { problemCode } from '../shared/api-problem.ts'
import { formatClockTime } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { staffMessages } from './staff-messages.ts'
import { type FirstFactor, proveSecondFactor, type SignedInUser } from './staff-requests.ts'

type Props = {
  readonly first: FirstFactor
  readonly onSignedIn: (user: SignedInUser) => void
  readonly onGone: () => void
  readonly onBack: () => void
}

/** The code of the authenticator; each code works once. */
export const CodeStep = ({ first: { kind, expiresAt }, onSignedIn, onGone, onBack }: Props) => {
  const say = staffMessages.useSay()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const digits = code.replaceAll(/\D/g, '')
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    if (digits.length !== 6 || waiting) return
    setWaiting(true)
    try {
      onSignedIn(await proveSecondFactor(kind, digits))
    } catch (error) {
      if (problemCode(error) === 'not-signed-in') onGone()
      else setProblem(error)
    } finally {
      setWaiting(false)
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextField
        name="code"
        width="short"
        inputRef={field}
        label={say('code')}
        hint={say('codeHint', { time: formatClockTime(expiresAt) })}
        value={code}
        onChange={setCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        error={asked && digits.length !== 6 ? say('codeMissing') : undefined}
      />
      <div className="row">
        <CommandButton type="submit" kind="main" busy={waiting}>
          {say('signIn')}
        </CommandButton>
        <CommandButton kind="plain" onPress={onBack}>
          {say('back')}
        </CommandButton>
      </div>
    </form>
  )
}
