import { CommandButton } from '@an-sinh/ui'
import type { ReactNode, SyntheticEvent } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import type { useSending } from '../shared/use-sending.ts'

type Props = {
  readonly id: string
  readonly title: string
  readonly lead?: string
  readonly fields: ReactNode
  readonly command: string
  readonly sending: Pick<ReturnType<typeof useSending>, 'waiting' | 'problem'>
  readonly onAsk: () => void
  /** What was found. */
  readonly children: ReactNode
}

/** One question of the support desk: its fields, one command, and below it what was found or why not. */
export const AskingPanel = ({ id, title, lead, fields, command, sending, onAsk, children }: Props) => {
  const ask = (event: SyntheticEvent): void => {
    event.preventDefault()
    onAsk()
  }
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead === undefined ? null : <p>{lead}</p>}
      <form onSubmit={ask} noValidate>
        {fields}
        <CommandButton type="submit" kind="main" busy={sending.waiting}>
          {command}
        </CommandButton>
      </form>
      {sending.problem === null ? null : <ProblemNotice error={sending.problem} />}
      {children}
    </section>
  )
}
