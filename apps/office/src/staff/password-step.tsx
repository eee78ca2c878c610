import { CommandButton, PasswordField, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { staffMessages } from './staff-messages.ts'
import { type FirstFactor, signIn } from './staff-requests.ts'

/** User name and password; tells whose second factor is awaited until when. */
export const PasswordStep = ({ onProved }: { readonly onProved: (first: FirstFactor) => void }) => {
  const say = staffMessages.useSay()
  const common = sharedMessages.useSay()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    if (userName.trim() === '' || password === '' || waiting) return
    setWaiting(true)
    try {
      onProved(await signIn(userName.trim(), password))
    } catch (error) {
      setProblem(error)
    } finally {
      setWaiting(false)
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextField
        name="userName"
        label={say('userName')}
        value={userName}
        onChange={setUserName}
        inputRef={first}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
        error={asked && userName.trim() === '' ? say('userNameMissing') : undefined}
      />
      <PasswordField
        name="password"
        label={say('password')}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        showLabel={common('showPassword')}
        hideLabel={common('hidePassword')}
        error={asked && password === '' ? say('passwordMissing') : undefined}
      />
      <CommandButton type="submit" kind="main" busy={waiting}>
        {say('goOn')}
      </CommandButton>
    </form>
  )
}
