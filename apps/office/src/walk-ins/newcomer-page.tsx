import { CommandButton, Notice } from '@an-sinh/ui'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { nameOnCard, type ScannedCard } from '../shared/scanned-card.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { NewcomerForm } from './newcomer-form.tsx'
import { answersOf, newcomerOf } from './newcomer.ts'
import { getForm01, proveCode, sendCode, startWalkIn, submitWalkIn } from './newcomer-requests.ts'
import { PhoneProof } from './phone-proof.tsx'
import { walkInMessages } from './walk-in-messages.ts'

const FIRST_VERSION = 1

/** One thing at a time; what went wrong is kept for the notice. */
const useWork = () => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const run = async <T,>(work: () => Promise<T>): Promise<T | null> => {
    if (busy) return null
    setBusy(true)
    setProblem(null)
    try {
      return await work()
    } catch (error) {
      setProblem(error)
      return null
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, run }
}

type Props = {
  readonly card: ScannedCard | null
  readonly onOpen: (registrationId: string) => void
  /** The case is there, its form is printed: more belongs to it, such as the portrait of a chip. */
  readonly onMade: (registrationId: string) => Promise<void>
  readonly onBack: () => void
}

/** Somebody without a registration: made at the counter from their card, phone proved, Form 01 printed, then the case as any other. */
export const NewcomerPage = ({ card, onOpen, onMade, onBack }: Props) => {
  const say = walkInMessages.useSay()
  usePageTitle(say('newTitle'))
  const [registrationId] = useState(() => crypto.randomUUID())
  const [typed, setTyped] = useState(() => newcomerOf(card))
  const [proved, setProved] = useState<string | null>(null)
  const { busy, problem, run } = useWork()
  const source = card === null ? 'typed' : 'portrait' in card ? 'chip' : 'qr'
  const send = (phone: string): Promise<string | null> =>
    run(async () => {
      await startWalkIn(registrationId, source)
      return sendCode(registrationId, phone)
    })
  const prove = async (code: string): Promise<void> => setProved(await run(() => proveCode(registrationId, code)))
  const submit = (): Promise<unknown> =>
    run(async () => {
      await submitWalkIn(registrationId, { answers: answersOf(typed), version: FIRST_VERSION })
      await onMade(registrationId)
      window.open(URL.createObjectURL(await getForm01(registrationId)), '_blank')
      onOpen(registrationId)
    })
  return (
    <main id="main" className="page waiting-page">
      <h1 tabIndex={-1}>{say('newTitle')}</h1>
      <p>{say('newLead')}</p>
      <p className="small">{say('newOthers')}</p>
      {card === null ? null : <Notice kind="info" title={say('cardRead', { name: nameOnCard(card) })} />}
      <PhoneProof proved={proved} busy={busy} onSend={send} onProve={(code) => void prove(code)} />
      <NewcomerForm typed={typed} onChange={setTyped} />
      {problem === null ? null : <ProblemNotice error={problem} />}
      <div className="button-row">
        <CommandButton kind="main" busy={busy} onPress={() => void submit()}>
          {say('make')}
        </CommandButton>
        <CommandButton kind="plain" onPress={onBack}>
          {say('backToSearch')}
        </CommandButton>
      </div>
    </main>
  )
}
