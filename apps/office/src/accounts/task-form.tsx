import type { AccountDesk, CounterCode, DeskMove, DeskReason } from '@an-sinh/contract'
import { accountMessages } from './account-messages.ts'
import { moveAccount, sendFirstPassword } from './account-requests.ts'
import { IssueForm } from './issue-form.tsx'
import { EndMandateTask, MandateTask } from './mandate-task.tsx'
import { OrderForm } from './order-form.tsx'
import { PhoneTask } from './phone-task.tsx'
import type { Task } from './task-list.tsx'

type Props = {
  readonly task: Task
  readonly desk: AccountDesk
  readonly onIssued: (code: CounterCode) => void
  readonly onChanged: (desk: AccountDesk) => void
  readonly onBack: () => void
}

const REASONS: Readonly<Record<DeskMove, readonly DeskReason[]>> = {
  hold: ['misuse-suspected', 'phone-gone', 'holder-asks', 'other'],
  release: ['checked-again', 'holder-asks', 'other'],
  stop: ['holder-asks', 'misuse-suspected', 'other'],
}

/** The form of the chosen task. */
export const TaskForm = ({ task, desk, onIssued, onChanged, onBack }: Props) => {
  const say = accountMessages.useSay()
  const common = { desk, onChanged, onBack }
  const order = { number: desk.insuranceNumber, label: say(`task-${task}`), onDone: onChanged, onBack }
  switch (task) {
    case 'code':
      return <IssueForm account={desk} onIssued={onIssued} onOther={onBack} />
    case 'first-password':
      return <OrderForm {...order} reasons={['message-not-received', 'holder-asks', 'other']} send={sendFirstPassword} />
    case 'phone':
      return <PhoneTask {...common} />
    case 'mandate':
      return <MandateTask {...common} />
    case 'mandate-end':
      return <EndMandateTask {...common} />
    case 'hold':
    case 'release':
    case 'stop':
      return <OrderForm {...order} danger={task !== 'release'} reasons={REASONS[task]} send={(sent) => moveAccount(sent, task)} />
  }
}
