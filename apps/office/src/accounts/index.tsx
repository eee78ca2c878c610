import type { CounterAccount, CounterCode } from '@an-sinh/contract'
import { CommandButton } from '@an-sinh/ui'
import { useState } from 'react'
import { usePageTitle } from '../shared/use-page-title.ts'
import { AccountFacts } from './account-facts.tsx'
import { accountMessages } from './account-messages.ts'
import { CodeSlip } from './code-slip.tsx'
import { FindForm } from './find-form.tsx'
import { IssueForm } from './issue-form.tsx'

/** Find, compare, give. Nothing of it outlives the page: the code is kept nowhere in readable form. */
export const CounterCodePage = () => {
  const say = accountMessages.useSay()
  const [account, setAccount] = useState<CounterAccount | null>(null)
  const [code, setCode] = useState<CounterCode | null>(null)
  usePageTitle(say('title'))
  const startOver = (): void => {
    setAccount(null)
    setCode(null)
  }
  return (
    <main id="main" className="page account-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      {code !== null ? <CodeSlip code={code} onDone={startOver} /> : null}
      {code === null && account === null ? <FindForm onFound={setAccount} /> : null}
      {code === null && account !== null ? (
        <>
          <AccountFacts account={account} />
          {account.mayIssue ? (
            <IssueForm account={account} onIssued={setCode} onOther={startOver} />
          ) : (
            <CommandButton onPress={startOver}>{say('other')}</CommandButton>
          )}
        </>
      ) : null}
    </main>
  )
}
