import { parseOneTimeCode } from '@an-sinh/domain'
import { Button, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import type { Draft } from '../shared/draft/draft.ts'
import { readDraft } from '../shared/draft/draft-store.ts'
import { noteRegistration } from '../shared/draft/server-draft.ts'
import { CodeEntry } from '../shared/page/code-entry.tsx'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useCodeError } from '../shared/page/use-code-error.ts'
import { useAction } from '../shared/page/use-action.ts'
import { pathAfter, placeOf, previousPath } from '../shared/steps/steps.ts'
import { TEXTS } from './texts.ts'

export type SentCode = AnswerTo<'POST /api/registrations/:registrationId/phone-codes'>

type Props = { readonly draft: Draft; readonly sent: SentCode; readonly onResend: () => Promise<void>; readonly onChangePhone: () => void }

/** The code from the message; the phone counts as proved once the server says so. */
export const PhoneCode = ({ draft, sent, onResend, onChangePhone }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const [resent, setResent] = useState(false)
  const prove = useAction(async (parsed: string) => {
    const params = { registrationId: draft.registrationId }
    noteRegistration(await call('POST /api/registrations/:registrationId/phone-proof', { params, body: { code: parsed } }))
    const now = readDraft()
    navigate(pathAfter('phone', now.status === 'ready' ? now.draft : draft))
  })
  const resend = useAction(async () => {
    await onResend()
    setResent(true)
  })
  const goOn = (): void => {
    const parsed = parseOneTimeCode(code)
    setWrong(parsed === null)
    if (parsed !== null) void prove.run(parsed)
  }
  const error = useCodeError(wrong, prove.failure)
  return (
    <StepPage
      title={text('code-title')}
      place={placeOf('phone')}
      backTo={previousPath('phone')}
      errors={error.atField === undefined ? [] : [{ field: 'code', sentence: error.atField }]}
      busy={prove.busy}
      onNext={goOn}
      aside={
        <Button kind="plain" onClick={onChangePhone}>
          {text('phone-change')}
        </Button>
      }
    >
      <p>{text('code-sent', { phone: sent.phoneMasked })}</p>
      <CodeEntry
        code={code}
        onChange={setCode}
        error={error.atField}
        resendAt={sent.resendAt}
        resent={resent}
        onResend={() => void resend.run(undefined)}
      />
      <FailureNotice failure={error.other ?? resend.failure} />
    </StepPage>
  )
}
