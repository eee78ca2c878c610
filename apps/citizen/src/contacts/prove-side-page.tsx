import type { ContactChange } from '@an-sinh/contract'
import { parseOneTimeCode } from '@an-sinh/domain'
import { Button, useTexts } from '@an-sinh/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { call } from '../shared/api/call.ts'
import { CodeEntry } from '../shared/page/code-entry.tsx'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { useCodeError } from '../shared/page/use-code-error.ts'
import { TEXTS } from './texts.ts'

type Props = { readonly change: ContactChange; readonly side: 'old' | 'new'; readonly onProved: () => void }

const RESEND_MS = 60_000

/** One code, of one side. The old side's is sent with the request, the new side's when its page opens. */
export const ProveSidePage = ({ change, side, onProved }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const params = { changeId: change.changeId }
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const [resendAt, setResendAt] = useState(() => new Date(Date.now() + RESEND_MS).toISOString())
  const [resent, setResent] = useState(false)
  const send = useAction(async () => {
    const sent = await call('POST /api/me/contact-changes/:changeId/codes', { params, body: { side } })
    setResendAt(sent.resendAt)
  })
  const prove = useAction(async (parsed: string) => {
    await call('POST /api/me/contact-changes/:changeId/proof', { params, body: { side, code: parsed } })
    onProved()
  })
  const cancel = useAction(async () => {
    await call('DELETE /api/me/contact-changes/:changeId', { params })
    onProved()
  })
  useEffect(() => {
    if (side === 'new') void send.run(undefined)
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the page of this side opens
  }, [side])
  const goOn = (): void => {
    const parsed = parseOneTimeCode(code)
    setWrong(parsed === null)
    if (parsed !== null) void prove.run(parsed)
  }
  const error = useCodeError(wrong, prove.failure)
  const to = side === 'old' ? (change.oldMasked ?? '') : change.newMasked
  return (
    <StepPage
      title={text(`prove-${side}`)}
      place={{ step: side === 'old' ? 1 : 2, steps: 2 }}
      backTo="/ca-nhan/tai-khoan"
      errors={error.atField === undefined ? [] : [{ field: 'code', sentence: error.atField }]}
      busy={prove.busy}
      nextLabel={text('prove')}
      onNext={goOn}
      aside={
        <Button kind="plain" busy={cancel.busy} onClick={() => void cancel.run(undefined)}>
          {text('leave')}
        </Button>
      }
    >
      <p>{text('code-went', { to })}</p>
      <CodeEntry
        code={code}
        onChange={setCode}
        error={error.atField}
        resendAt={resendAt}
        resent={resent}
        onResend={() => {
          setResent(true)
          void send.run(undefined)
        }}
      />
      <FailureNotice failure={error.other ?? send.failure ?? cancel.failure} />
    </StepPage>
  )
}
