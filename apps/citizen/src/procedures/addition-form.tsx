import { Button, Notice, TextAreaField, useTexts } from '@an-sinh/ui'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { useSearch } from 'wouter'
import { KeptPhotoField } from '../shared/kept-photos/kept-photo-field.tsx'
import type { LetterBody } from '../shared/outbox/letter.ts'
import type { LetterPhoto } from '../shared/outbox/letter-photos.ts'
import { LetterRefusal } from '../shared/outbox/letter-refusal.tsx'
import { useKeptForm } from '../shared/outbox/use-kept-form.ts'
import { usePosting } from '../shared/outbox/use-posting.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { TEXTS } from './texts.ts'
import { REQUESTS_KEY } from './use-requests.ts'

type Addition = { readonly what: string; readonly photos: readonly LetterPhoto[] }

const EMPTY: Addition = { what: '', photos: [] }
const KINDS = ['id-front', 'id-back'] as const

const fromBody = ({ what }: LetterBody<'request-addition'>, photos: readonly LetterPhoto[]): Addition => ({ what, photos })

/** What the office asked for: a sentence, photos, both or either. Kept as it is typed; it leaves when there is a network. */
export const AdditionForm = ({ requestId, fileNumber }: { readonly requestId: string; readonly fileNumber: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const letterId = new URLSearchParams(useSearch()).get('thu')
  const { form, change, forget } = useKeptForm<Addition>({ name: `addition:${requestId}`, empty: EMPTY, letterId, fromBody })
  const posting = usePosting<'request-addition'>(REQUESTS_KEY, forget)
  const [tried, setTried] = useState(false)
  if (form === null) return null
  const { what, photos } = form
  const isEmpty = what.trim() === '' && photos.length === 0
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setTried(true)
    const resultAt = `/ca-nhan/yeu-cau/${requestId}`
    const title = text('addition-letter', { number: fileNumber })
    if (isEmpty) return
    void posting.run({
      letterId: requestId,
      kind: 'request-addition',
      title,
      body: { what },
      photos,
      resultAt,
      editAt: `${resultAt}?thu=${requestId}`,
    })
  }
  return (
    <section className="panel">
      <h2>{text('addition-title')}</h2>
      <Notice>
        <p>{text('addition-lead')}</p>
      </Notice>
      <form noValidate onSubmit={onSubmit}>
        <TextAreaField
          name="addition"
          label={text('addition-what')}
          error={tried && isEmpty ? text('addition-missing') : undefined}
          maxLength={1000}
          value={what}
          onChange={(next) => change({ what: next })}
        />
        {KINDS.map((kind) => (
          <KeptPhotoField key={kind} letterId={requestId} kind={kind} photos={photos} onPhotos={(next) => change({ photos: next })} />
        ))}
        <LetterRefusal letter={posting.refused} />
        <FailureNotice failure={posting.failure} />
        <Button type="submit" busy={posting.busy}>
          {text('addition-send')}
        </Button>
      </form>
    </section>
  )
}
