import type { PhotoKind } from '@an-sinh/domain'
import { useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { StepPage } from '../shared/page/step-page.tsx'
import { RequestPhotoField } from '../shared/request-photos/request-photo-field.tsx'
import type { Change } from './read-changes.ts'
import { TEXTS } from './texts.ts'

type Props = { readonly requestId: string; readonly changes: readonly Change[]; readonly onNext: () => void }

const needed = (changes: readonly Change[]): readonly PhotoKind[] => [
  ...(changes.some(({ field }) => field !== 'portrait') ? (['id-front', 'id-back'] as const) : []),
  ...(changes.some(({ field }) => field === 'portrait') ? (['portrait'] as const) : []),
]

/** The papers that prove it; the second page may be left out. */
export const PhotosStep = ({ requestId, changes, onNext }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [sent, setSent] = useState<readonly PhotoKind[]>([])
  const [tried, setTried] = useState(false)
  const kinds = needed(changes)
  const missing = kinds.filter((kind) => kind !== 'id-back' && !sent.includes(kind))
  const errors = tried ? missing.map((field) => ({ field, sentence: text('photo-missing') })) : []
  return (
    <StepPage
      title={text('photos-title')}
      place={{ step: 2, steps: 3 }}
      backTo="/ca-nhan/dieu-chinh"
      errors={errors}
      nextLabel={text('to-check')}
      onNext={() => {
        setTried(true)
        if (missing.length === 0) onNext()
      }}
    >
      <p>{text('photos-lead')}</p>
      {kinds.map((kind) => (
        <RequestPhotoField
          key={kind}
          requestId={requestId}
          kind={kind}
          error={errors.find(({ field }) => field === kind)?.sentence}
          onSent={() => setSent((before) => [...before, kind])}
        />
      ))}
    </StepPage>
  )
}
