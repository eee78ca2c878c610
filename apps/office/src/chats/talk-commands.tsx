import type { ChatQueue } from '@an-sinh/contract'
import { DEPARTMENT_NAMES, DEPARTMENTS, type Department } from '@an-sinh/domain'
import { CommandButton, TextField, useLanguage } from '@an-sinh/ui'
import { useState } from 'react'
import { SelectField } from '../shared/select-field.tsx'
import type { Ending, HandOver } from './chat-calls.ts'
import { chatMessages } from './chat-messages.ts'

type Props = {
  readonly chatId: string
  readonly agents: ChatQueue['agents']
  readonly ownStaffId: number
  readonly marked: readonly number[] | null
  readonly busy: boolean
  readonly onMarking: (marked: readonly number[] | null) => void
  readonly onEnd: (ending: Ending) => void
  readonly onPass: (to: HandOver) => void
}

const Abuse = ({ marked, busy, onMarking, onEnd }: Props) => {
  const say = chatMessages.useSay()
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const stop = (): void => {
    setMissing(words.trim() === '')
    if (words.trim() !== '') onEnd({ reason: 'abusive', words: words.trim(), abusiveSeqs: [...(marked ?? [])] })
  }
  return (
    <>
      <TextField
        name="abuse-reason"
        label={say('abuseReason')}
        maxLength={500}
        error={missing ? say('abuseMissing') : undefined}
        value={words}
        onChange={setWords}
      />
      <div className="row">
        <CommandButton kind="danger" busy={busy} onPress={stop}>
          {say('stop')}
        </CommandButton>
        <CommandButton kind="plain" onPress={() => onMarking(null)}>
          {say('cancel')}
        </CommandButton>
      </div>
    </>
  )
}

const isDepartment = (text: string): text is Department => (DEPARTMENT_NAMES as readonly string[]).includes(text)

const Pass = ({ chatId, agents, ownStaffId, busy, onPass }: Props) => {
  const say = chatMessages.useSay()
  const { language } = useLanguage()
  const [to, setTo] = useState<string>(DEPARTMENT_NAMES[0])
  const options = [
    ...agents
      .filter(({ staffId }) => staffId !== ownStaffId)
      .map(({ staffId, staffName }) => [String(staffId), say('toAgent', { name: staffName })] as const),
    ...DEPARTMENT_NAMES.map((name) => [name, say('toQueue', { department: DEPARTMENTS[name][language] })] as const),
  ]
  return (
    <details>
      <summary>{say('handOver')}</summary>
      <SelectField name={`pass-${chatId}`} label={say('handOver')} value={to} options={options} onChange={setTo} />
      <CommandButton
        busy={busy}
        onPress={() => onPass(isDepartment(to) ? { toStaffId: null, department: to } : { toStaffId: Number(to), department: null })}
      >
        {say('pass')}
      </CommandButton>
    </details>
  )
}

/** End, hand over, stop for abuse. */
export const TalkCommands = (props: Props) => {
  const say = chatMessages.useSay()
  const { marked, busy, onMarking, onEnd } = props
  if (marked !== null) return <Abuse {...props} />
  return (
    <>
      <div className="row">
        <CommandButton busy={busy} onPress={() => onEnd({ reason: 'answered', words: '', abusiveSeqs: [] })}>
          {say('end')}
        </CommandButton>
        <CommandButton kind="plain" onPress={() => onMarking([])}>
          {say('abuse')}
        </CommandButton>
      </div>
      <Pass {...props} />
    </>
  )
}
