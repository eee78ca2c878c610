import type { PhotoKind } from '@an-sinh/domain'
import { useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import type { LetterPhoto } from '../shared/outbox/letter-photos.ts'
import { StepPage } from '../shared/page/step-page.tsx'
import { KeptPhotoField } from '../shared/kept-photos/kept-photo-field.tsx'
import type { Change } from './read-changes.ts'
import { TEXTS } from './texts.ts'

type Props = {
  readonly requestId: string
  readonly changes: readonly Change[]
  readonly photos: readonly LetterPhoto[]
  readonly onPhotos: (photos: readonly LetterPhoto[]) => void
  readonly onNext: () => void
}

/** Which papers a change needs; the second page may be left out. */
export const neededPhotos = (changes: readonly Change[]): readonly PhotoKind[] => [
  ...(changes.some(({ field }) => field !== 'portrait') ? (['id-front', 'id-back'] as const) : []),
  ...(changes.some(({ field }) => field === 'portrait') ? (['portrait'] as const) : []),
]

/** The papers that prove it. */
export const PhotosStep = ({ requestId, changes, photos, onPhotos, onNext }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [tried, setTried] = useState(false)
  const kinds = neededPhotos(changes)
  const missing = kinds.filter((kind) => kind !== 'id-back' && !photos.some((photo) => photo.kind === kind))
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
        <KeptPhotoField
          key={kind}
          letterId={requestId}
          kind={kind}
          photos={photos}
          error={errors.find(({ field }) => field === kind)?.sentence}
          onPhotos={onPhotos}
        />
      ))}
    </StepPage>
  )
}
