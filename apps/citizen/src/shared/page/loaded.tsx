import { useTexts, Waiting } from '@an-sinh/ui'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FailureNotice } from './failure-notice.tsx'
import { TEXTS } from './texts.ts'

type Props<Data> = {
  readonly query: UseQueryResult<Data>
  readonly children: (data: Data) => ReactNode
  /** The answer fills the screen: what stands below it waits out of sight instead of jumping. */
  readonly fillsScreen?: boolean
}

/** Waiting and failing, so that a screen shows the good answer only. */
export const Loaded = <Data,>({ query, children, fillsScreen = false }: Props<Data>): ReactNode => {
  const text = useTexts(TEXTS)
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <FailureNotice failure={query.error} onRetry={() => void query.refetch()} />
  return (
    <div className={fillsScreen ? 'screenful' : undefined}>
      <Waiting label={text('waiting')} />
    </div>
  )
}
