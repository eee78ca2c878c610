import type { Staff } from '@an-sinh/contract'
import { useState } from 'react'
import { type QueueName, QueuePage } from '../../queues/index.tsx'
import { DeskTools } from './desk-tools.tsx'

/** The last search, so that it is still there when a case is left. Never in the address: it may hold a name. */
const lastSearch = new Map<QueueName, string>()

type Props = {
  readonly queue: QueueName
  readonly staff: Staff
  readonly onQueue: (queue: QueueName) => void
  readonly onOpen: (registrationId: string) => void
}

export const QueueScreen = ({ queue, staff, onQueue, onOpen }: Props) => {
  const [searched, setSearched] = useState<Readonly<Partial<Record<QueueName, string>>>>(Object.fromEntries(lastSearch))
  return (
    <QueuePage
      queue={queue}
      q={searched[queue] ?? ''}
      onOpen={onOpen}
      tools={<DeskTools staff={staff} />}
      onShow={(next) => {
        lastSearch.set(next.queue, next.q)
        setSearched((before) => ({ ...before, [next.queue]: next.q }))
        if (next.queue !== queue) onQueue(next.queue)
      }}
    />
  )
}
