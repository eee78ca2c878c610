import type { Colleague } from '@an-sinh/contract'
import { CommandButton, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { PostForm } from './post-form.tsx'
import { postMessages } from './post-messages.ts'
import { type Colleagues, listColleagues } from './post-requests.ts'

const History = ({ posts }: Pick<Colleague, 'posts'>) => {
  const say = postMessages.useSay()
  if (posts.length === 0) return null
  return (
    <details>
      <summary>{say('history', { count: String(posts.length) })}</summary>
      <ul>
        {posts.map(({ postId, role, officeName, fromOn, toOn, reason, givenBy, givenAt }) => (
          <li key={postId}>
            {say('line', {
              role: say(`role-${role ?? 'none'}`),
              office: officeName ?? '–',
              from: formatCivilDate(fromOn),
              to: toOn === null ? say('open') : formatCivilDate(toOn),
              reason,
              by: givenBy,
              at: formatInstant(givenAt),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}

const List = ({ colleagues, onChange }: Pick<Colleagues, 'colleagues'> & { readonly onChange: (colleague: Colleague) => void }) => {
  const say = postMessages.useSay()
  if (colleagues.length === 0) return <p className="empty">{say('empty')}</p>
  return (
    <table className="queue-table">
      <thead>
        <tr>
          <th scope="col">{say('name')}</th>
          <th scope="col">{say('post')}</th>
          <th scope="col">{say('office')}</th>
          <th scope="col">{say('change')}</th>
        </tr>
      </thead>
      <tbody>
        {colleagues.map((colleague) => (
          <tr key={colleague.staffId}>
            <th scope="row">
              {colleague.fullName} <span className="field-hint">{colleague.userName}</span>
              <History posts={colleague.posts} />
            </th>
            <td>{colleague.role === null ? say('none') : say(`role-${colleague.role}`)}</td>
            <td>{colleague.officeName ?? '–'}</td>
            <td>{colleague.isSelf ? say('self') : <CommandButton onPress={() => onChange(colleague)}>{say('change')}</CommandButton>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Who has which role where, given and ended by somebody else than who has it. */
export const StaffPostsPage = () => {
  const say = postMessages.useSay()
  const common = sharedMessages.useSay()
  const [chosen, setChosen] = useState<Colleague | null>(null)
  const found = useQuery({ queryKey: ['colleagues'], queryFn: ({ signal }) => listColleagues(signal) })
  usePageTitle(say('title'))
  const done = (): void => {
    setChosen(null)
    void found.refetch()
  }
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('lead')}</p>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined || chosen !== null ? null : <List colleagues={found.data.colleagues} onChange={setChosen} />}
      {found.data === undefined || chosen === null ? null : (
        <section aria-labelledby="post-of">
          <h2 id="post-of">{chosen.fullName}</h2>
          <PostForm key={chosen.staffId} colleague={chosen} gives={found.data.gives} offices={found.data.offices} onDone={done} />
        </section>
      )}
    </main>
  )
}
