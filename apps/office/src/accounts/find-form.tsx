import type { AccountDesk, AccountLookReason } from '@an-sinh/contract'
import { ChoiceField, CommandButton, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { accountMessages } from './account-messages.ts'
import { findAccount } from './account-requests.ts'
import { useSending } from '../shared/use-sending.ts'

const REASONS = ['holder-present', 'mandate-shown', 'report-received', 'case-at-hand'] as const satisfies readonly AccountLookReason[]

export const digitsOf = (typed: string): string => typed.normalize('NFKC').replace(/[\s.-]/gu, '')
export const isNumber = (digits: string): boolean => /^(?:\d{10}|\d{12})$/u.test(digits)

/** By the number on the document that the person hands over, and with a reason that the person can read later. */
export const FindForm = ({ onFound }: { readonly onFound: (desk: AccountDesk) => void }) => {
  const say = accountMessages.useSay()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const [number, setNumber] = useState('')
  const [reason, setReason] = useState<AccountLookReason | null>(null)
  const [asked, setAsked] = useState(false)
  const { waiting, problem, run } = useSending()
  const digits = digitsOf(number)
  const find = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (isNumber(digits) && reason !== null) void run(async () => onFound(await findAccount(digits, reason)))
  }
  return (
    <form onSubmit={find} noValidate>
      <p>{say('lead')}</p>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextField
        name="number"
        label={say('number')}
        hint={say('numberHint')}
        error={asked && !isNumber(digits) ? say('numberWrong') : undefined}
        width="medium"
        inputMode="numeric"
        autoComplete="off"
        inputRef={box}
        value={number}
        onChange={setNumber}
      />
      <ChoiceField
        name="reason"
        label={say('lookReason')}
        hint={say('lookReasonHint')}
        error={asked && reason === null ? say('reasonMissing') : undefined}
        choices={REASONS.map((value) => ({ value, label: say(`look-${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      <CommandButton type="submit" kind="main" busy={waiting}>
        {say('find')}
      </CommandButton>
    </form>
  )
}
