import type { DataRequest } from '@an-sinh/contract'
import { Tag, type Tone, useLanguage } from '@an-sinh/ui'
import type { ReactNode } from 'react'

const TONES: Readonly<Record<DataRequest['state'], Tone>> = {
  received: 'note',
  answered: 'note',
  done: 'good',
  refused: 'warn',
  withdrawn: 'quiet',
}

/** Where the request stands, in the server's words. */
export const DataRequestState = ({ request }: { readonly request: DataRequest }): ReactNode => {
  const { language } = useLanguage()
  return <Tag tone={TONES[request.state]}>{request.moves.at(-1)?.sentence[language]}</Tag>
}
