import { Notice, TextField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Page } from '../shared/page/page.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

/** "Không nhận nữa": by the code of a message, without an account; whether the code is known is not told. */
export const InvitationStopPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  // From a link or a QR: what stands behind # never leaves the phone by itself; one press sends it.
  const [code, setCode] = useState(() => decodeURIComponent(location.hash.slice(1)))
  const [asked, setAsked] = useState(false)
  const [done, setDone] = useState(false)
  const stop = useAction(async () => {
    await call('POST /api/invitation-stops', { body: { code: code.trim() } })
    setDone(true)
  })
  const errors = asked && code.trim() === '' ? [{ field: 'code', sentence: text('code-empty') }] : []
  const goOn = (): void => {
    setAsked(true)
    if (code.trim() !== '') void stop.run(undefined)
  }
  if (done)
    return (
      <Page title={text('done-title')}>
        <Notice kind="good" live title={text('done-text')} />
        <p>
          <Link href="/" className="button">
            {text('home')}
          </Link>
        </p>
      </Page>
    )
  return (
    <StepPage title={text('title')} backTo="/" errors={errors} busy={stop.busy} nextLabel={text('send')} onNext={goOn}>
      <p>{text('lead')}</p>
      <FailureNotice failure={stop.failure} />
      <TextField
        name="code"
        label={text('code')}
        hint={text('code-hint')}
        error={errors[0]?.sentence}
        width="medium"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={code}
        onChange={setCode}
      />
    </StepPage>
  )
}
