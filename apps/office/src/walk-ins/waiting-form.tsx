import { CommandButton, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { readTypedDate } from './read-typed-date.ts'
import { walkInMessages } from './walk-in-messages.ts'
import type { Said } from './walk-in-requests.ts'

export type TypedFacts = { readonly fullName: string; readonly bornOn: string; readonly phoneTail: string; readonly idTail: string }
export const NO_FACTS: TypedFacts = { fullName: '', bornOn: '', phoneTail: '', idTail: '' }

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed)

type Props = {
  readonly facts: TypedFacts
  readonly waiting: boolean
  readonly onChange: (facts: TypedFacts) => void
  readonly onFind: (said: Said) => void
}

/** Four facts, two of which are enough; sent when asked for, so that no typing method is disturbed. */
export const WaitingForm = ({ facts, waiting, onChange, onFind }: Props) => {
  const say = walkInMessages.useSay()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const [isDateWrong, setDateWrong] = useState(false)
  const put = (name: keyof TypedFacts) => (value: string) => onChange({ ...facts, [name]: value })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    const bornOn = orNull(facts.bornOn) === null ? null : readTypedDate(facts.bornOn)
    const wrong = bornOn === null && orNull(facts.bornOn) !== null
    setDateWrong(wrong)
    if (wrong) return
    onFind({ fullName: orNull(facts.fullName), bornOn, phoneTail: orNull(facts.phoneTail), idTail: orNull(facts.idTail) })
  }
  return (
    <form className="waiting-form" onSubmit={submit} noValidate>
      <TextField
        name="fullName"
        label={say('fullName')}
        inputRef={first}
        autoComplete="off"
        value={facts.fullName}
        onChange={put('fullName')}
      />
      <TextField
        name="bornOn"
        label={say('bornOn')}
        hint={say('bornOnHint')}
        error={isDateWrong ? say('bornOnWrong') : undefined}
        width="medium"
        autoComplete="off"
        value={facts.bornOn}
        onChange={put('bornOn')}
      />
      <TextField
        name="phoneTail"
        label={say('phoneTail')}
        width="medium"
        inputMode="numeric"
        autoComplete="off"
        value={facts.phoneTail}
        onChange={put('phoneTail')}
      />
      <TextField name="idTail" label={say('idTail')} width="medium" autoComplete="off" value={facts.idTail} onChange={put('idTail')} />
      <CommandButton type="submit" kind="main" busy={waiting}>
        {say('find')}
      </CommandButton>
    </form>
  )
}
