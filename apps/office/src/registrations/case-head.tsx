import type { Case } from '@an-sinh/contract'
import { formatFormCode } from '@an-sinh/domain'
import { CommandButton, Tag } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { MarkLabel, StateLabel } from '../shared/case-labels.tsx'
import { formatCivilDate, formatClockTime, formatInstant } from '../shared/format-instant.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { registrationMessages } from './registration-messages.ts'

const Timing = ({ shown }: { readonly shown: Case }) => {
  const say = registrationMessages.useSay()
  if (shown.dueOn === null) return null
  const tone = shown.timing === 'on-time' ? 'quiet' : shown.timing === 'in-grace' ? 'warn' : 'bad'
  const isRunning = shown.state === 'awaiting-visit' || shown.state === 'expired'
  const words =
    shown.timing === 'in-grace' ? say('in-grace', { date: formatCivilDate(shown.graceEndsOn ?? shown.dueOn) }) : say(shown.timing)
  return (
    <Tag tone={isRunning ? tone : 'quiet'} icon="clock">
      {say('dueOn', { date: formatCivilDate(shown.dueOn) })}
      {isRunning ? `, ${words}` : ''}
    </Tag>
  )
}

const Lock = ({ shown }: { readonly shown: Case }) => {
  const say = registrationMessages.useSay()
  const { lock } = shown
  if (lock === null) return null
  return (
    <Tag tone={lock.mine ? 'quiet' : 'warn'} icon="lock">
      {lock.mine ? say('lockMine') : say('lockOther', { name: lock.staffName, time: formatClockTime(lock.until) })}
    </Tag>
  )
}

type CaseHeadProps = {
  readonly shown: Case
  /** What has just been done here; said once. */
  readonly told: string | null
  readonly onBack: () => void
  readonly children: ReactNode
}

/** Who and what this case is, how much time it has, and who holds it. */
export const CaseHead = ({ shown, told, onBack, children }: CaseHeadProps) => {
  const say = registrationMessages.useSay()
  usePageTitle(say('fileNumber', { number: shown.fileNumber }))
  return (
    <header className="case-head">
      <CommandButton kind="plain" icon="back" keyHint="Q" onPress={onBack}>
        {say('back')}
      </CommandButton>
      <h1 tabIndex={-1}>{shown.declared.fullName}</h1>
      <div className="case-facts">
        <StateLabel state={shown.state} />
        <Timing shown={shown} />
        <Lock shown={shown} />
        {shown.marks.map((mark) => (
          <MarkLabel key={mark} mark={mark} />
        ))}
        <output>{told === null ? null : <Tag tone="good">{told}</Tag>}</output>
        <span className="small">
          {say('fileNumber', { number: shown.fileNumber })} · {say('formCode', { code: formatFormCode(shown.formCode) })} ·{' '}
          {say('submittedAt', { time: formatInstant(shown.submittedAt) })}
        </span>
      </div>
      <div className="case-commands">{children}</div>
    </header>
  )
}
