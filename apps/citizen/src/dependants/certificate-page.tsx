import type { DependantRequest } from '@an-sinh/contract'
import { fieldId, Notice, useTexts, Waiting } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, type ReactNode, useEffect, useState } from 'react'
import { Link, Redirect } from 'wouter'
import { findCode } from '../shared/api/failure.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { preparePhoto, type PreparedPhoto } from '../shared/photos/prepare-photo.ts'
import { sendCertificate } from './send-certificate.ts'
import { TEXTS } from './texts.ts'
import { DEPENDANT_REQUESTS_KEY, useDependantRequests } from './use-dependants.ts'

const FIELD = 'certificate'
type Hint = 'photo-missing' | 'photo-heic' | 'photo-unreadable' | 'photo-type'
const HINTS: Readonly<Record<string, Hint>> = { heic: 'photo-heic', 'not-a-picture': 'photo-type' }

type Taken = { readonly photo: PreparedPhoto; readonly uploadId: string; readonly url: string }

/** A photo chosen, made small on the device, and shown; or why it is none. */
const useCertificate = () => {
  const [taken, setTaken] = useState<Taken | null>(null)
  const [hint, setHint] = useState<Hint | null>(null)
  const [working, setWorking] = useState(false)
  const url = taken?.url
  useEffect(() => () => void (url === undefined ? undefined : URL.revokeObjectURL(url)), [url])
  const take = async (file: Blob): Promise<void> => {
    setWorking(true)
    setHint(null)
    const photo = await preparePhoto(file, 'birth-certificate').catch(() => 'unreadable' as const)
    setWorking(false)
    if (typeof photo === 'string') return setHint(HINTS[photo] ?? 'photo-unreadable')
    const shown = URL.createObjectURL(new Blob([photo.bytes], { type: 'image/jpeg' }))
    setTaken({ photo, uploadId: crypto.randomUUID(), url: shown })
  }
  return { taken, hint, working, take, setHint }
}

const Sent = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('sent-title')}>
      <Notice kind="good">
        <p>{text('sent-text')}</p>
      </Notice>
      <p>
        <Link href="/ca-nhan/nguoi-phu-thuoc" className="button">
          {text('back')}
        </Link>
      </p>
    </Page>
  )
}

const CertificateStep = ({ asked, onSent }: { readonly asked: DependantRequest; readonly onSent: () => void }): ReactNode => {
  const text = useTexts(TEXTS)
  const queryClient = useQueryClient()
  const { taken, hint, working, take, setHint } = useCertificate()
  const send = useAction(async ({ photo, uploadId }: Taken) => {
    await sendCertificate(asked.requestId, { uploadId, sha256: photo.sha256, bytes: photo.bytes })
    onSent()
    await queryClient.invalidateQueries({ queryKey: DEPENDANT_REQUESTS_KEY })
  })
  const onFile = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.currentTarget.files ?? []
    if (file !== undefined) void take(file)
    // The same file may be chosen again.
    event.currentTarget.value = ''
  }
  const error = hint === null ? undefined : text(hint)
  return (
    <StepPage
      title={text('photo-title', { name: asked.childName })}
      place={{ step: 2, steps: 2 }}
      backTo="/ca-nhan/nguoi-phu-thuoc"
      errors={error === undefined ? [] : [{ field: FIELD, sentence: error }]}
      busy={send.busy}
      nextLabel={text('send')}
      onNext={() => (taken === null ? setHint('photo-missing') : void send.run(taken))}
    >
      <p>{text('photo-lead')}</p>
      <FailureNotice failure={send.failure} />
      <div className={error === undefined ? 'field' : 'field field-wrong'}>
        {error === undefined ? null : <p className="field-error">{error}</p>}
        {taken === null ? null : <img className="photo" src={taken.url} alt={text('photo-alt')} />}
        {taken?.photo.faults.includes('blurred') === true ? <Notice kind="warning" live title={text('photo-blurred')} /> : null}
        {working ? <Waiting label={text('photo-working')} /> : null}
        <label className="button button-second file-button">
          <input type="file" id={fieldId(FIELD)} accept="image/jpeg,image/png,image/webp,image/heic" onChange={onFile} />
          {text(taken === null ? 'choose' : 'choose-again')}
        </label>
      </div>
    </StepPage>
  )
}

/** Step 2 of 2: the photo; with it the request goes to the office. */
export const CertificatePage = ({ requestId }: { readonly requestId: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useDependantRequests()
  const [sent, setSent] = useState(false)
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  if (sent) return <Sent />
  const asked = query.data?.find((one) => one.requestId === requestId && one.state === 'awaiting-photo')
  if (asked !== undefined) return <CertificateStep asked={asked} onSent={() => setSent(true)} />
  return (
    <Page title={text('title')}>
      <Loaded query={query}>{() => <p>{text('not-found')}</p>}</Loaded>
      <p>
        <Link href="/ca-nhan/nguoi-phu-thuoc" className="back-link">
          {text('back')}
        </Link>
      </p>
    </Page>
  )
}
