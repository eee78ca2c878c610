import { useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import type { LetterBody } from '../shared/outbox/letter.ts'
import type { LetterPhoto } from '../shared/outbox/letter-photos.ts'
import { LetterRefusal } from '../shared/outbox/letter-refusal.tsx'
import { usePosting } from '../shared/outbox/use-posting.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { KeptPhotoField } from '../shared/kept-photos/kept-photo-field.tsx'
import { TEXTS } from './texts.ts'
import { DEPENDANT_REQUESTS_KEY } from './use-dependants.ts'

type Props = {
  readonly child: LetterBody<'dependant-request'>
  readonly photos: readonly LetterPhoto[]
  readonly onPhotos: (photos: readonly LetterPhoto[]) => void
  readonly forget: () => Promise<void>
}

const KIND = 'birth-certificate'

/** Step 2 of 2: the photo; with it the request goes to the office, now or once there is a network. */
export const CertificateStep = ({ child, photos, onPhotos, forget }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const posting = usePosting<'dependant-request'>(DEPENDANT_REQUESTS_KEY, forget)
  const [tried, setTried] = useState(false)
  const { requestId, childName } = child
  const errors = tried && photos.length === 0 ? [{ field: KIND, sentence: text('photo-missing') }] : []
  const send = (): void => {
    setTried(true)
    if (photos.length === 0) return
    void posting.run({
      letterId: requestId,
      kind: 'dependant-request',
      title: text('letter-title', { name: childName }),
      body: child,
      photos,
      resultAt: '/ca-nhan/nguoi-phu-thuoc/da-gui',
      editAt: `/ca-nhan/nguoi-phu-thuoc/them?thu=${requestId}`,
    })
  }
  return (
    <StepPage
      title={text('photo-title', { name: childName })}
      place={{ step: 2, steps: 2 }}
      backTo="/ca-nhan/nguoi-phu-thuoc"
      errors={errors}
      busy={posting.busy}
      nextLabel={text('send')}
      onNext={send}
    >
      <p>{text('photo-lead')}</p>
      <LetterRefusal letter={posting.refused} />
      <FailureNotice failure={posting.failure} />
      <KeptPhotoField letterId={requestId} kind={KIND} photos={photos} error={errors[0]?.sentence} onPhotos={onPhotos} />
    </StepPage>
  )
}
