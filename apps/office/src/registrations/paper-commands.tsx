import type { Case } from '@an-sinh/contract'
import { CommandButton } from '@an-sinh/ui'
import { useEffect, useRef, useState } from 'react'
import { getCaseReceipt, receiveCase } from './case-requests.ts'
import { useKeys } from '../shared/keyboard.ts'
import { registrationMessages } from './registration-messages.ts'

type Props = { readonly shown: Case; readonly onReceived: (after: Case) => void; readonly onProblem: (error: unknown) => void }

const HAS_RECEIPT: readonly Case['state'][] = ['received', 'checked', 'approved', 'activated', 'returned', 'refused']

/** The paper comes in: one press; afterwards its receipt can be printed as often as needed. */
export const PaperCommands = ({ shown, onReceived, onProblem }: Props) => {
  const say = registrationMessages.useSay()
  const [waiting, setWaiting] = useState(false)
  const [address, setAddress] = useState<string | null>(null)
  const made = useRef<string | null>(null)
  useEffect(() => () => (made.current === null ? undefined : URL.revokeObjectURL(made.current)), [])
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (waiting) return
    setWaiting(true)
    try {
      await work()
    } catch (error) {
      onProblem(error)
    } finally {
      setWaiting(false)
    }
  }
  const receive = (): void => void run(async () => onReceived(await receiveCase(shown.registrationId, shown.version)))
  const print = (): void =>
    void run(async () => {
      const next = URL.createObjectURL(await getCaseReceipt(shown.registrationId))
      if (made.current !== null) URL.revokeObjectURL(made.current)
      made.current = next
      // A browser that refuses new windows gets a link to press.
      setAddress(window.open(next, '_blank') === null ? next : null)
    })
  const canReceive = shown.state === 'awaiting-visit'
  const hasReceipt = HAS_RECEIPT.includes(shown.state)
  useKeys({ ...(canReceive ? { n: receive } : {}), ...(hasReceipt ? { i: print } : {}) })
  return (
    <>
      {canReceive ? (
        <CommandButton kind="main" icon="check" keyHint="N" busy={waiting} onPress={receive}>
          {say('receive')}
        </CommandButton>
      ) : null}
      {hasReceipt ? (
        <CommandButton icon="print" keyHint="I" busy={waiting} onPress={print}>
          {say('receipt')}
        </CommandButton>
      ) : null}
      {address === null ? null : (
        <a href={address} target="_blank" rel="noreferrer">
          {say('receiptOpen')}
        </a>
      )}
    </>
  )
}
