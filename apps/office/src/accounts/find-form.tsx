import type { CounterAccount } from '@an-sinh/contract'
import { CommandButton, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { accountMessages } from './account-messages.ts'
import { findAccount } from './account-requests.ts'
import { useSending } from './use-sending.ts'

const digitsOf = (typed: string): string => typed.normalize('NFKC').replace(/[\s.-]/gu, '')

/** By the number on the document that the person hands over. */
export const FindForm = ({ onFound }: { readonly onFound: (account: CounterAccount) => void }) => {
  const say = accountMessages.useSay()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const [number, setNumber] = useState('')
  const [isWrong, setWrong] = useState(false)
  const { waiting, problem, run } = useSending()
  const find = (event: SyntheticEvent): void => {
    event.preventDefault()
    const digits = digitsOf(number)
    const wrong = !/^(?:\d{10}|\d{12})$/u.test(digits)
    setWrong(wrong)
    if (!wrong) void run(async () => onFound(await findAccount(digits)))
  }
  return (
    <form onSubmit={find} noValidate>
      <p>{say('lead')}</p>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextField
        name="number"
        label={say('number')}
        hint={say('numberHint')}
        error={isWrong ? say('numberWrong') : undefined}
        width="medium"
        inputMode="numeric"
        autoComplete="off"
        inputRef={box}
        value={number}
        onChange={setNumber}
      />
      <CommandButton type="submit" kind="main" busy={waiting}>
        {say('find')}
      </CommandButton>
    </form>
  )
}
