import { Button, Notice, TextAreaField, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { RequestPhotoField } from '../shared/request-photos/request-photo-field.tsx'
import { TEXTS } from './texts.ts'
import { REQUESTS_KEY } from './use-requests.ts'

/** What the office asked for: a sentence, photos, both or either. */
export const AdditionForm = ({ requestId }: { readonly requestId: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const queryClient = useQueryClient()
  const [what, setWhat] = useState('')
  const [photos, setPhotos] = useState(0)
  const [tried, setTried] = useState(false)
  const isEmpty = what.trim() === '' && photos === 0
  const send = useAction(async () => {
    await call('POST /api/me/correction-requests/:requestId/additions', { params: { requestId }, body: { what } })
    await queryClient.invalidateQueries({ queryKey: REQUESTS_KEY })
  })
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!isEmpty) void send.run(undefined)
  }
  const sentOne = (): void => setPhotos((count) => count + 1)
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
          onChange={setWhat}
        />
        <RequestPhotoField requestId={requestId} kind="id-front" onSent={sentOne} />
        <RequestPhotoField requestId={requestId} kind="id-back" onSent={sentOne} />
        <FailureNotice failure={send.failure} />
        <Button type="submit" busy={send.busy}>
          {text('addition-send')}
        </Button>
      </form>
    </section>
  )
}
