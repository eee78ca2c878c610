import type { QueueItem } from '@an-sinh/contract'
import { Tag } from '@an-sinh/ui'
import { formatCivilDate } from '../shared/format-instant.ts'
import { queueMessages } from './queue-messages.ts'

/** The office's own clock: working days left; it stands still while the citizen is waited for. */
export const ServiceLabel = ({ service }: { readonly service: QueueItem['service'] }) => {
  const say = queueMessages.useSay()
  if (service === null || service.state === 'stopped') return null
  const { state, leftDays, dueOn } = service
  if (state === 'paused') return <Tag icon="clock">{say('servicePaused')}</Tag>
  if (leftDays <= 0)
    return (
      <Tag tone="bad" icon="clock">
        {say('serviceLate', { days: 1 - leftDays })}
      </Tag>
    )
  return (
    <>
      <Tag tone={leftDays === 1 ? 'warn' : 'quiet'} icon="clock">
        {say('serviceLeft', { days: leftDays })}
      </Tag>
      {dueOn === null ? null : <span className="small block">{say('serviceDue', { date: formatCivilDate(dueOn) })}</span>}
    </>
  )
}
