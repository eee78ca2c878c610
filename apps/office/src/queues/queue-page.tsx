import { CommandButton, Notice, Waiting } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { problemCode } from '../shared/api-problem.ts'
import { formatCivilDate, formatClockTime } from '../shared/format-instant.ts'
import { OnlyReadsNotice, useOnlyReads } from '../shared/only-reads.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { BulkBar } from './bulk-bar.tsx'
import { queueMessages } from './queue-messages.ts'
import { QUEUE_NAMES, type QueueName } from './queue-requests.ts'
import { QueueSearch } from './queue-search.tsx'
import { QueueTable } from './queue-table.tsx'
import { useQueue } from './use-queue.ts'

export type QueuePageProps = {
  readonly queue: QueueName
  readonly q: string
  readonly onShow: (shown: { queue: QueueName; q: string }) => void
  readonly onOpen: (registrationId: string) => void
  /** Links beside the queues; the app knows where they lead. */
  readonly tools: ReactNode
}

type Queue = ReturnType<typeof useQueue>
type CasesProps = {
  readonly found: Queue
  readonly queue: QueueName
  readonly q: string
  readonly onOpen: (registrationId: string) => void
}

const NOTHING: ReadonlySet<string> = new Set()

const Cases = ({ found, queue, q, onOpen }: CasesProps) => {
  const say = queueMessages.useSay()
  const [selected, setSelected] = useState(NOTHING)
  const onlyReads = useOnlyReads()
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  const chosen = items.filter(({ registrationId }) => selected.has(registrationId))
  const empty = () => <p className="empty">{q === '' ? say('empty') : `${say('emptySearch', { q })} ${say('emptySearchNext')}`}</p>
  return (
    <>
      {selected.size === 0 ? null : onlyReads ? (
        <OnlyReadsNotice />
      ) : (
        <BulkBar chosen={chosen} onChanged={() => void found.refetch()} onClear={() => setSelected(NOTHING)} />
      )}
      <QueueTable
        label={say('table', { queue: say(`queue-${queue}`) })}
        items={items}
        selected={selected}
        onSelect={setSelected}
        onOpen={onOpen}
        empty={empty}
      />
      <div className="row">
        <output className="small">{say('found', { shown: items.length })}</output>
        {found.hasNextPage ? (
          <CommandButton onPress={() => void found.fetchNextPage()} busy={found.isFetchingNextPage}>
            {say('more')}
          </CommandButton>
        ) : null}
      </div>
    </>
  )
}

/** Away or in trouble: said plainly, with the hour of what is still shown. */
const Trouble = ({ found }: { readonly found: Queue }) => {
  const say = queueMessages.useSay()
  if (found.error === null) return null
  const isAway = problemCode(found.error) === 'unreachable' && found.data !== undefined
  if (!isAway) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  return (
    <Notice kind="warning" live title={say('away')}>
      <p>{say('awayNext', { time: formatClockTime(new Date(found.dataUpdatedAt).toISOString()) })}</p>
    </Notice>
  )
}

const Closures = ({ found }: { readonly found: Queue }) => {
  const say = queueMessages.useSay()
  const closures = found.data?.pages[0]?.closures ?? []
  if (closures.length === 0) return null
  return (
    <Notice title={say('closed')}>
      {closures.map(({ fromOn, toOn, reason }) => (
        <p key={`${fromOn} ${toOn}`}>
          {formatCivilDate(fromOn)} – {formatCivilDate(toOn)}: {reason}
        </p>
      ))}
    </Notice>
  )
}

/** The own office's cases in their groups, with the server's exact counts. */
export const QueuePage = ({ queue, q, onShow, onOpen, tools }: QueuePageProps) => {
  const say = queueMessages.useSay()
  const common = sharedMessages.useSay()
  const found = useQueue(queue, q)
  usePageTitle(say(`queue-${queue}`))
  const counts = found.data?.pages[0]?.counts
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      {tools}
      <Closures found={found} />
      <Tabs selectedKey={queue} onSelectionChange={(key) => onShow({ queue: key as QueueName, q: '' })} keyboardActivation="manual">
        <TabList aria-label={say('queues')} className="tabs">
          {QUEUE_NAMES.map((name) => (
            <Tab key={name} id={name} className="tab">
              {say(`queue-${name}`)}
              <span className="count">{counts?.[name] ?? '…'}</span>
            </Tab>
          ))}
        </TabList>
        <TabPanel key={queue} id={queue} className="tab-panel">
          <QueueSearch key={`${queue} ${q}`} q={q} onSearch={(next) => onShow({ queue, q: next })} />
          <Trouble found={found} />
          {found.isPending ? <Waiting label={common('loading')} /> : null}
          {found.data === undefined ? null : <Cases key={`${queue} ${q}`} found={found} queue={queue} q={q} onOpen={onOpen} />}
        </TabPanel>
      </Tabs>
    </main>
  )
}
