import { CommandButton, Notice } from '@an-sinh/ui'
import { useState } from 'react'
import { problemCode } from '../shared/api-problem.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { usePageTitle } from '../shared/use-page-title.ts'
import { EntryForm } from './entry-form.tsx'
import { EntryTable } from './entry-table.tsx'
import { outageMessages } from './outage-messages.ts'
import { catchUp, printExpected } from './outage-requests.ts'
import { listOpen, noteOutcomes, useEntries } from './outage-store.ts'

/** The server takes so many at once. */
const MOST = 100

const useDesk = () => {
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (waiting) return
    setWaiting(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(error)
    } finally {
      setWaiting(false)
    }
  }
  const send = (): Promise<void> =>
    run(async () => {
      const open = listOpen()
      for (let at = 0; at < open.length; at += MOST)
        noteOutcomes(await catchUp(open.slice(at, at + MOST).map(({ entryId, code, receivedAt }) => ({ entryId, code, receivedAt }))))
    })
  const print = (): Promise<void> =>
    run(async () => {
      const address = URL.createObjectURL(await printExpected())
      if (window.open(address, '_blank') === null) window.location.assign(address)
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    })
  return { waiting, problem, send, print }
}

/** Before an outage a list on paper; while it lasts and after it, what was taken in and when. Loaded with the app, so that it opens without the network. */
export const OutagePage = () => {
  const say = outageMessages.useSay()
  const entries = useEntries()
  const { waiting, problem, send, print } = useDesk()
  usePageTitle(say('title'))
  const open = entries.filter(({ outcome }) => outcome?.done !== true).length
  return (
    <main id="main" className="page account-page desk-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <h2>{say('before')}</h2>
      <p>{say('beforeNote')}</p>
      <CommandButton icon="print" busy={waiting} onPress={() => void print()}>
        {say('print')}
      </CommandButton>
      <h2>{say('after')}</h2>
      <p>{say('afterNote')}</p>
      {problem === null ? null : problemCode(problem) === 'unreachable' ? (
        <Notice kind="warning" live title={say('stillAway')} />
      ) : (
        <ProblemNotice error={problem} />
      )}
      <EntryForm />
      <EntryTable entries={entries} />
      {open === 0 ? null : (
        <CommandButton kind="main" busy={waiting} onPress={() => void send()}>
          {say('send', { count: open })}
        </CommandButton>
      )}
    </main>
  )
}
