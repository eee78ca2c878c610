import { Tag } from '@an-sinh/ui'
import { formatInstant } from '../shared/format-instant.ts'
import { reportMessages } from './report-messages.ts'

type Props = {
  readonly state: 'open' | 'answered' | 'closed'
  readonly late: boolean
  readonly dueAt: string
  readonly escalated?: boolean
}

/** How a report stands: answered, due, or late; whether it was told above. */
export const ReportTags = ({ state, late, dueAt, escalated = false }: Props) => {
  const say = reportMessages.useSay()
  if (state === 'closed') return <Tag tone="note">{say('closed')}</Tag>
  if (state === 'answered') return <Tag tone="good">{say('answered')}</Tag>
  return (
    <>
      <Tag tone={late ? 'bad' : 'note'}>{say(late ? 'lateSince' : 'dueAt', { time: formatInstant(dueAt) })}</Tag>
      {escalated ? <Tag tone="warn">{say('escalated')}</Tag> : null}
    </>
  )
}
