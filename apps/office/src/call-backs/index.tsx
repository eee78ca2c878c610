import type { QueuedCallBack } from '@an-sinh/contract'
import { ASKER_NAMES } from '@an-sinh/domain'
import { CommandButton, formatDate, Notice, Tag, useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { listCallBacks, type Taken, takeCallBack } from './call-back-calls.ts'
import { callBackMessages } from './call-back-messages.ts'
import { CallForm } from './call-form.tsx'

const KEY = ['call-backs']
const REFRESH_MS = 60_000

type ItemProps = { readonly item: QueuedCallBack; readonly busy: boolean; readonly onTake: () => void; readonly onOpen: () => void }

const Item = ({ item, busy, onTake, onOpen }: ItemProps) => {
  const say = callBackMessages.useSay()
  const { language } = useLanguage()
  return (
    <li className="closure-item">
      <p>
        <strong>
          {formatDate(item.on, language)}, {item.starts}–{item.ends}
        </strong>{' '}
        {item.late ? <Tag tone="bad">{say('late')}</Tag> : null}{' '}
        {item.tries > 0 ? <Tag tone="warn">{say('tries', { count: item.tries })}</Tag> : null}
      </p>
      <p>{item.title === '' ? say('hidden') : item.title}</p>
      <p className="small">
        {item.reportNumber} · {ASKER_NAMES[item.askerKind][language]} · {item.phoneMasked} · {item.officeName}
        {item.caller === null ? '' : ` · ${item.caller.mine ? say('mine') : say('takenBy', { name: item.caller.staffName })}`}
      </p>
      <div className="row">
        {item.caller === null || item.caller.mine || item.late ? (
          <CommandButton busy={busy} onPress={onTake}>
            {say('take')}
          </CommandButton>
        ) : null}
        <CommandButton kind="plain" onPress={onOpen}>
          {say('open')}
        </CommandButton>
      </div>
    </li>
  )
}

/** Who waits for a call, the soonest first. The whole number is shown to who calls, while they call. */
export const CallBacksPage = ({ onOpen }: { readonly onOpen: (reportId: string) => void }) => {
  const say = callBackMessages.useSay()
  const common = sharedMessages.useSay()
  const client = useQueryClient()
  usePageTitle(say('title'))
  const [taken, setTaken] = useState<Taken | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [done, setDone] = useState<string | null>(null)
  const found = useQuery({ queryKey: KEY, queryFn: ({ signal }) => listCallBacks(signal), refetchInterval: REFRESH_MS })
  const refresh = (): void => void client.invalidateQueries({ queryKey: KEY })
  const take = (callBackId: string): void => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    setDone(null)
    takeCallBack(callBackId)
      .then(setTaken)
      .catch(setProblem)
      .finally(() => {
        setBusy(false)
        refresh()
      })
  }
  const settled = (state: string): void => {
    setTaken(null)
    setDone(state)
    refresh()
  }
  return (
    <main id="main" className="page desk-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p className="quiet">{say('lead')}</p>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {done === null ? null : (
        <Notice kind="good" live title={say(done === 'missed' ? 'done-missed' : done === 'waiting' ? 'done-waiting' : 'done-done')} />
      )}
      {taken === null ? null : <CallForm key={taken.callBackId} taken={taken} onSettled={settled} onLater={() => setTaken(null)} />}
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data?.items.length === 0 ? <p className="empty">{say('empty')}</p> : null}
      <ol className="closure-list">
        {found.data?.items.map((item) => (
          <Item key={item.callBackId} item={item} busy={busy} onTake={() => take(item.callBackId)} onOpen={() => onOpen(item.reportId)} />
        ))}
      </ol>
    </main>
  )
}
