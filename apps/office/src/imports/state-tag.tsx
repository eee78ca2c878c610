import type { ImportAnswer } from '@an-sinh/contract'
import { Tag, type Tone } from '@an-sinh/ui'
import { importMessages } from './import-messages.ts'

const TONES: Readonly<Record<ImportAnswer['state'], Tone>> = {
  uploading: 'quiet',
  uploaded: 'quiet',
  parsed: 'quiet',
  matched: 'quiet',
  preview: 'note',
  confirmed: 'quiet',
  applied: 'good',
  partly: 'warn',
  refused: 'bad',
  discarded: 'quiet',
  undone: 'warn',
}

export const StateTag = ({ state }: { readonly state: ImportAnswer['state'] }) => {
  const say = importMessages.useSay()
  return <Tag tone={TONES[state]}>{say(`state-${state}`)}</Tag>
}
