import { type Option, SearchField, useTexts } from '@an-sinh/ui'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FailureNotice } from './failure-notice.tsx'
import { TEXTS } from './texts.ts'

type Props<Data> = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly query: UseQueryResult<Data>
  readonly options: readonly Option[]
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** A search box over a list from the server; a list that does not come says so with a way to try again. */
export const PlaceSearch = <Data,>({ query, ...field }: Props<Data>): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <>
      <SearchField
        {...field}
        nothingFound={query.isFetching ? text('waiting') : text('nothing-found')}
        countText={(count) => text('count', { count })}
      />
      {query.isError && field.options.length === 0 ? <FailureNotice failure={query.error} onRetry={() => void query.refetch()} /> : null}
    </>
  )
}
