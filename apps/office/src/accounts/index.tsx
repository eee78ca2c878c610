import type { AccountDesk, CounterCode } from '@an-sinh/contract'
import { CommandButton, Notice } from '@an-sinh/ui'
import { useState } from 'react'
import { usePageTitle } from '../shared/use-page-title.ts'
import { AccountFacts } from './account-facts.tsx'
import { accountMessages } from './account-messages.ts'
import { AccountRecord } from './account-record.tsx'
import { CodeSlip } from './code-slip.tsx'
import { FindForm } from './find-form.tsx'
import { TaskForm } from './task-form.tsx'
import { type Task, TaskList } from './task-list.tsx'

type FoundProps = {
  readonly desk: AccountDesk
  readonly onDesk: (desk: AccountDesk) => void
  readonly onIssued: (code: CounterCode) => void
  readonly onOther: () => void
}

const Found = ({ desk, onDesk, onIssued, onOther }: FoundProps) => {
  const say = accountMessages.useSay()
  const [task, setTask] = useState<Task | null>(null)
  const [done, setDone] = useState<Task | null>(null)
  const changed = (after: AccountDesk): void => {
    onDesk(after)
    // The new phone goes on to its code on the same screen.
    const isHalfWay = task === 'phone' && after.account?.phoneChange?.appliesAt === null
    setDone(isHalfWay ? null : task)
    if (!isHalfWay) setTask(null)
  }
  return (
    <>
      {done === null ? null : <Notice kind="good" live title={say(`done-${done}`)} />}
      <AccountFacts desk={desk} />
      {task === null ? (
        <>
          <TaskList desk={desk} onPick={setTask} />
          <AccountRecord desk={desk} />
          <p>
            <a href="/tre-phu-thuoc">{say('guardian')}</a>
          </p>
          <CommandButton kind="plain" onPress={onOther}>
            {say('other')}
          </CommandButton>
        </>
      ) : (
        <section aria-labelledby="account-task">
          <h2 id="account-task">{say(`task-${task}`)}</h2>
          <p>{say(`task-${task}-hint`)}</p>
          <TaskForm task={task} desk={desk} onIssued={onIssued} onChanged={changed} onBack={() => setTask(null)} />
        </section>
      )}
    </>
  )
}

/** Find, compare, help. Nothing of it outlives the page: a code is kept nowhere in readable form. */
export const AccountDeskPage = () => {
  const say = accountMessages.useSay()
  const [desk, setDesk] = useState<AccountDesk | null>(null)
  const [code, setCode] = useState<CounterCode | null>(null)
  usePageTitle(say('title'))
  const startOver = (): void => {
    setDesk(null)
    setCode(null)
  }
  return (
    <main id="main" className="page account-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      {desk !== null && code !== null ? <CodeSlip code={code} number={desk.insuranceNumber} onDone={startOver} /> : null}
      {desk === null ? <FindForm onFound={setDesk} /> : null}
      {desk !== null && code === null ? <Found desk={desk} onDesk={setDesk} onIssued={setCode} onOther={startOver} /> : null}
    </main>
  )
}
