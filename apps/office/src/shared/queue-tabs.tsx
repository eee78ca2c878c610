import { CommandButton, Waiting } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { ProblemNotice } from './problem-notice.tsx'
import { sharedMessages } from './shared-messages.ts'

type Page<Name extends string, Item> = { readonly items: readonly Item[]; readonly counts: Readonly<Partial<Record<Name, number>>> }
/** What is used of an infinite query. */
type Found<P> = {
  readonly data: { readonly pages: readonly P[] } | undefined
  readonly error: Error | null
  readonly isPending: boolean
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly refetch: () => Promise<unknown>
  readonly fetchNextPage: () => Promise<unknown>
}
type Props<Name extends string, Item> = {
  readonly label: string
  readonly more: string
  /** The first is the one to begin with. */
  readonly names: readonly [Name, ...Name[]]
  readonly titleOf: (name: Name) => string
  readonly queue: Name
  readonly onQueue: (queue: Name) => void
  readonly found: Found<Page<Name, Item>>
  readonly renderItems: (items: readonly Item[]) => ReactNode
}

/** Several queues of one desk, each with the server's exact count, page after page. */
export const QueueTabs = <Name extends string, Item>({
  label,
  more,
  names,
  titleOf,
  queue,
  onQueue,
  found,
  renderItems,
}: Props<Name, Item>) => {
  const common = sharedMessages.useSay()
  const counts = found.data?.pages[0]?.counts
  return (
    <Tabs
      selectedKey={queue}
      onSelectionChange={(key) => onQueue(names.find((name) => name === key) ?? names[0])}
      keyboardActivation="manual"
    >
      <TabList aria-label={label} className="tabs">
        {names.map((name) => (
          <Tab key={name} id={name} className="tab">
            {titleOf(name)}
            <span className="count">{counts?.[name] ?? '…'}</span>
          </Tab>
        ))}
      </TabList>
      <TabPanel key={queue} id={queue} className="tab-panel">
        {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending ? <Waiting label={common('loading')} /> : null}
        {found.data === undefined ? null : renderItems(found.data.pages.flatMap((page) => page.items))}
        {found.hasNextPage ? (
          <CommandButton onPress={() => void found.fetchNextPage()} busy={found.isFetchingNextPage}>
            {more}
          </CommandButton>
        ) : null}
      </TabPanel>
    </Tabs>
  )
}
