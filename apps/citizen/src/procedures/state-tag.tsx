import type { CorrectionRequest } from '@an-sinh/contract'
import { Tag, type Tone, useLanguage } from '@an-sinh/ui'
import type { ReactNode } from 'react'

const TONES: Readonly<Record<CorrectionRequest['state'], Tone>> = {
  received: 'note',
  'in-review': 'note',
  waiting: 'warn',
  corrected: 'good',
  kept: 'warn',
  withdrawn: 'quiet',
}

/** Where the request stands, in the server's words. */
export const StateTag = ({ request }: { readonly request: CorrectionRequest }): ReactNode => {
  const { language } = useLanguage()
  return <Tag tone={TONES[request.state]}>{request.moves.at(-1)?.sentence[language]}</Tag>
}
