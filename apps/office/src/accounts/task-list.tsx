import type { AccountDesk } from '@an-sinh/contract'
import { CommandButton } from '@an-sinh/ui'
import { accountMessages } from './account-messages.ts'

export type Task = 'code' | 'first-password' | 'phone' | 'hold' | 'release' | 'stop' | 'mandate' | 'mandate-end'

/** What can be done for this account now; what cannot is not shown. */
export const tasksFor = ({ account, mayIssue, representations }: AccountDesk): Task[] => [
  ...(mayIssue ? (['code', 'first-password'] as const) : []),
  ...(account !== null && (account.mayChangePhone || account.phoneChange !== null) ? (['phone'] as const) : []),
  ...(account?.moves ?? []),
  'mandate',
  ...(representations.some(({ side, kind }) => side === 'reader' && kind === 'mandate') ? (['mandate-end'] as const) : []),
]

export const TaskList = ({ desk, onPick }: { readonly desk: AccountDesk; readonly onPick: (task: Task) => void }) => {
  const say = accountMessages.useSay()
  return (
    <section aria-labelledby="account-tasks">
      <h2 id="account-tasks">{say('tasks')}</h2>
      <ul className="account-tasks">
        {tasksFor(desk).map((task) => (
          <li key={task}>
            <CommandButton onPress={() => onPick(task)}>{say(`task-${task}`)}</CommandButton>
            <span className="field-hint">{say(`task-${task}-hint`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
