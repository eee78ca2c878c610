import type { Case } from '@an-sinh/contract'
import { CommandButton, Notice } from '@an-sinh/ui'
import { counterMessages } from './counter-messages.ts'
import type { Obstacle } from './list-obstacles.ts'

type ObstacleProps = { readonly shown: Case; readonly obstacles: readonly Obstacle[]; readonly fieldName: (field: string) => string }

/** Everything that stands in the way, in words. */
export const ObstacleNotice = ({ shown, obstacles, fieldName }: ObstacleProps) => {
  const say = counterMessages.useSay()
  if (obstacles.length === 0) return null
  // Items are named by their number: it is their key and stands beside them.
  const numbers = (codes: readonly string[]): string =>
    codes.map((code) => shown.checklist.findIndex((item) => item.code === code) + 1).join(', ')
  const sentence = (obstacle: Obstacle): string => {
    if (obstacle.code === 'locked') return say('obstacle-locked', { name: obstacle.staffName })
    if (obstacle.code === 'missing' || obstacle.code === 'failed')
      return say(`obstacle-${obstacle.code}`, { items: numbers(obstacle.items) })
    if (obstacle.code === 'difference') return say('obstacle-difference', { fields: obstacle.fields.map(fieldName).join(', ') })
    return say(`obstacle-${obstacle.code}`)
  }
  return (
    <Notice kind="warning" live title={say('obstacles')}>
      <ul>
        {obstacles.map((obstacle) => (
          <li key={obstacle.code}>{sentence(obstacle)}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** The case changed while it was being marked: the clerk says whether the marks still hold. */
export const StaleNotice = ({ onKeep, onDrop }: { readonly onKeep: () => void; readonly onDrop: () => void }) => {
  const say = counterMessages.useSay()
  return (
    <Notice kind="warning" live title={say('conflict')}>
      <div className="row">
        <CommandButton onPress={onKeep}>{say('keepMarks')}</CommandButton>
        <CommandButton kind="plain" onPress={onDrop}>
          {say('dropMarks')}
        </CommandButton>
      </div>
    </Notice>
  )
}
