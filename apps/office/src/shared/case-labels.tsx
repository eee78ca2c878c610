import type { Case } from '@an-sinh/contract'
import { type IconName, Tag, type Tone } from '@an-sinh/ui'
import { sharedMessages } from './shared-messages.ts'

type State = Case['state']

const TONES: Readonly<Record<State, readonly [Tone, IconName]>> = {
  draft: ['quiet', 'info'],
  submitted: ['quiet', 'clock'],
  'awaiting-visit': ['quiet', 'clock'],
  received: ['note', 'info'],
  checked: ['note', 'info'],
  approved: ['good', 'check'],
  activated: ['good', 'check'],
  returned: ['warn', 'undo'],
  refused: ['bad', 'cross'],
  expired: ['bad', 'clock'],
  withdrawn: ['quiet', 'cross'],
  'fraud-review': ['warn', 'warn'],
}

/** The state of a registration in the clerk's words. */
export const StateLabel = ({ state }: { readonly state: State }) => {
  const say = sharedMessages.useSay()
  const [tone, icon] = TONES[state]
  return (
    <Tag tone={tone} icon={icon}>
      {say(`state-${state}`)}
    </Tag>
  )
}

const MARK_TONES: Readonly<Record<string, Tone>> = {
  'person-dead': 'bad',
  'person-merged': 'bad',
  'numbers-of-two-people': 'bad',
  'same-picture-elsewhere': 'bad',
  'employer-may-print': 'note',
  'id-qr-missing': 'note',
}

/** A remark the system put on a case; one without a text of ours is shown by its code, never hidden. */
export const MarkLabel = ({ mark }: { readonly mark: string }) => {
  const say = sharedMessages.useSay()
  const key = `mark-${mark}`
  return <Tag tone={MARK_TONES[mark] ?? 'warn'}>{sharedMessages.has(key) ? say(key) : mark}</Tag>
}
