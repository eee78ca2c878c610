import type { DeskBadge } from '@an-sinh/contract'
import { TextField, Waiting } from '@an-sinh/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { badgeMessages } from './badge-messages.ts'
import { fetchBadge, listBadges } from './badge-requests.ts'
import { BadgeTable } from './badge-table.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** Until the other window has read it. */
const OPEN_MS = 60_000

/** Who may collect at which point and until when; badges are printed and taken back here. */
export const BadgeDeskPage = () => {
  const say = badgeMessages.useSay()
  const common = sharedMessages.useSay()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<DeskBadge | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const found = useQuery({
    queryKey: ['agent-badges', typed],
    queryFn: ({ signal }) => listBadges(typed, signal),
    placeholderData: keepPreviousData,
  })
  usePageTitle(say('title'))
  const open = async (pointCode: string): Promise<void> => {
    const address = URL.createObjectURL(await fetchBadge(pointCode))
    window.open(address, '_blank', 'noopener')
    setTimeout(() => URL.revokeObjectURL(address), OPEN_MS)
  }
  const print = ({ pointCode }: DeskBadge): void => {
    setProblem(null)
    open(pointCode).catch(setProblem)
  }
  const done = (): void => {
    setChosen(null)
    void found.refetch()
  }
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('lead')}</p>
      <TextField
        name="q"
        type="search"
        label={say('search')}
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        value={typed}
        onChange={setTyped}
      />
      {problem === null ? null : <ProblemNotice error={problem} />}
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : (
        <>
          <output>{say(found.data.hasMore ? 'countMore' : 'count', { count: String(found.data.badges.length) })}</output>
          <BadgeTable badges={found.data.badges} onPrint={print} onWithdraw={setChosen} />
        </>
      )}
      {chosen === null ? null : <WithdrawDialog badge={chosen} onClose={() => setChosen(null)} onDone={done} />}
    </main>
  )
}
