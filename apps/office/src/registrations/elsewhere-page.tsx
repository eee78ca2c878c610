import type { Case } from '@an-sinh/contract'
import { CommandButton } from '@an-sinh/ui'
import { useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { takeOverCase } from './case-requests.ts'
import { registrationMessages } from './registration-messages.ts'

type Props = { readonly registrationId: string; readonly onTaken: (after: Case) => void; readonly onBack: () => void }

/** The form belongs to another office; nothing of the case is shown until it is taken over. */
export const ElsewherePage = ({ registrationId, onTaken, onBack }: Props) => {
  const say = registrationMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('elsewhereTitle'))
  const [asking, setAsking] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const take = async (): Promise<void> => {
    setWaiting(true)
    try {
      onTaken(await takeOverCase(registrationId))
    } catch (error) {
      setProblem(error)
      setAsking(false)
    } finally {
      setWaiting(false)
    }
  }
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('elsewhereTitle')}</h1>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <p>{say('elsewhere')}</p>
      <div className="button-row">
        <CommandButton kind="main" onPress={() => setAsking(true)}>
          {say('takeOver')}
        </CommandButton>
        <CommandButton onPress={onBack}>{say('back')}</CommandButton>
      </div>
      {asking ? (
        <Dialog title={say('takeOverConfirm')} onClose={() => setAsking(false)}>
          <div className="button-row">
            <CommandButton kind="main" busy={waiting} onPress={() => void take()}>
              {say('takeOverYes')}
            </CommandButton>
            <CommandButton kind="plain" onPress={() => setAsking(false)}>
              {common('cancel')}
            </CommandButton>
          </div>
        </Dialog>
      ) : null}
    </main>
  )
}
