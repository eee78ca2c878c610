import type { OfficerActs } from '@an-sinh/contract'
import { CommandButton, Waiting } from '@an-sinh/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { employerAccountMessages } from './employer-account-messages.ts'

type Props = { readonly of: string; readonly list: (before: string | null) => Promise<OfficerActs> }

/** Who did what, a page at a time. */
export const ActsList = ({ of, list }: Props) => {
  const say = employerAccountMessages.useSay()
  const common = sharedMessages.useSay()
  const found = useInfiniteQuery({
    queryKey: ['officer-acts', of],
    queryFn: ({ pageParam }) => list(pageParam === '' ? null : pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  if (found.data === undefined)
    return found.error === null ? (
      <Waiting label={common('loading')} />
    ) : (
      <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
    )
  const acts = found.data.pages.flatMap((page) => page.acts)
  if (acts.length === 0) return <p className="empty">{say('noActs')}</p>
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('who')}</th>
            <th scope="col">{say('what')}</th>
          </tr>
        </thead>
        <tbody>
          {acts.map(({ at, who, action }, index) => (
            <tr key={index}>
              <td>{formatInstant(at)}</td>
              <td>{who}</td>
              <td>{action}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.hasNextPage ? (
        <CommandButton busy={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          {say('older')}
        </CommandButton>
      ) : null}
    </>
  )
}
