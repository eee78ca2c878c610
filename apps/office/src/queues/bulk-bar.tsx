import type { QueueItem } from '@an-sinh/contract'
import { CommandButton, Notice } from '@an-sinh/ui'
import { useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { queueMessages } from './queue-messages.ts'
import { type BulkResult, useBulk } from './use-bulk.ts'

/** What was done, and each case that was not, with its reason. */
const Result = ({
  result,
  chosen,
  onClose,
}: {
  readonly result: BulkResult
  readonly chosen: readonly QueueItem[]
  readonly onClose: () => void
}) => {
  const say = queueMessages.useSay()
  const done = result.rows.filter((row) => row.done).length
  const odd = result.rows.filter((row) => !row.done)
  const numberOf = (key: string): string => chosen.find(({ registrationId }) => registrationId === key)?.fileNumber ?? key
  return (
    <Dialog title={say(`done-${result.action}`, { count: done })} onClose={onClose} wide>
      {odd.length === 0 ? (
        <p>{say('allDone')}</p>
      ) : (
        <>
          <p>{say('oddOnes', { count: odd.length })}</p>
          <ul>
            {odd.map(({ key, sentence, nextStep }) => (
              <li key={key}>
                <strong>{numberOf(key)}</strong>: {sentence} {nextStep}
              </li>
            ))}
          </ul>
        </>
      )}
      <CommandButton kind="main" keyHint="Escape" onPress={onClose}>
        {say('close')}
      </CommandButton>
    </Dialog>
  )
}

type Props = { readonly chosen: readonly QueueItem[]; readonly onChanged: () => void; readonly onClear: () => void }

/** Stands above the table while something is selected. */
export const BulkBar = ({ chosen, onChanged, onClear }: Props) => {
  const say = queueMessages.useSay()
  const [assigning, setAssigning] = useState(false)
  const bulk = useBulk(chosen, onChanged)
  // Kept as it was sent: after the answer the table shows other cases.
  const [sent, setSent] = useState<readonly QueueItem[]>([])
  const act = (work: () => Promise<void>): void => {
    setSent(chosen)
    void work()
  }
  return (
    <section className="bulk-bar" aria-label={say('selection')}>
      <output>{say('selected', { count: chosen.length })}</output>
      {chosen.length > bulk.most ? <Notice kind="warning" title={say('onlyFirst', { count: bulk.most })} /> : null}
      {bulk.problem === null ? null : <ProblemNotice error={bulk.problem} />}
      <div className="row">
        <CommandButton icon="check" busy={bulk.waiting} onPress={() => act(bulk.receive)}>
          {say('receive')}
        </CommandButton>
        <CommandButton busy={bulk.waiting} onPress={() => act(bulk.remind)}>
          {say('remind')}
        </CommandButton>
        <CommandButton icon="person" busy={bulk.waiting} onPress={() => setAssigning(true)}>
          {say('assign')}
        </CommandButton>
        <CommandButton icon="print" busy={bulk.waiting} onPress={() => act(async () => bulk.print('receipts'))}>
          {say('printReceipts')}
        </CommandButton>
        <CommandButton icon="print" busy={bulk.waiting} onPress={() => act(async () => bulk.print('list'))}>
          {say('printList')}
        </CommandButton>
        <CommandButton kind="plain" onPress={onClear}>
          {say('clearSelection')}
        </CommandButton>
      </div>
      {assigning ? (
        <AssignDialog
          count={chosen.length}
          onClose={() => setAssigning(false)}
          onAssign={(staffId) => {
            setAssigning(false)
            act(async () => bulk.assign(staffId))
          }}
        />
      ) : null}
      {bulk.result === null ? null : (
        <Result
          result={bulk.result}
          chosen={sent}
          onClose={() => {
            bulk.close()
            onClear()
          }}
        />
      )}
    </section>
  )
}
