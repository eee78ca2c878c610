import { parseOneTimeCode } from '@an-sinh/domain'
import { Button, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { CodeEntry } from '../shared/page/code-entry.tsx'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useCodeError } from '../shared/page/use-code-error.ts'
import { useAction } from '../shared/page/use-action.ts'
import { registrationKey } from './use-registration.ts'
import { TEXTS } from './texts.ts'

type Opening = AnswerTo<'POST /api/registration-openings'>

/** Form code and a code to the proved phone: together they open one's own registration on this device. */
export const OpenPanel = ({ formCode }: { readonly formCode: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const [opening, setOpening] = useState<Opening | null>(null)
  const [resent, setResent] = useState(false)
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const send = useAction(async () => {
    setResent(opening !== null)
    setOpening(await call('POST /api/registration-openings', { body: { formCode } }))
  })
  const prove = useAction(async ({ openingId, parsed }: { openingId: string; parsed: string }) => {
    const registration = await call('POST /api/registration-openings/:openingId/proof', {
      params: { openingId },
      body: { code: parsed },
    })
    queryClient.setQueryData(registrationKey(registration.registrationId), registration)
    navigate(`/ho-so/${registration.registrationId}`)
  })
  const error = useCodeError(wrong, prove.failure)
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    const parsed = parseOneTimeCode(code)
    setWrong(parsed === null)
    if (parsed !== null && opening !== null) void prove.run({ openingId: opening.openingId, parsed })
  }
  return (
    <section className="panel">
      <h2>{text('open-title')}</h2>
      <p>{text(opening === null ? 'open-text' : 'open-code-lead')}</p>
      {opening === null ? (
        <Button kind="second" busy={send.busy} onClick={() => void send.run(undefined)}>
          {text('open-send')}
        </Button>
      ) : (
        <form noValidate onSubmit={onSubmit}>
          <CodeEntry
            code={code}
            onChange={setCode}
            error={error.atField}
            resendAt={opening.resendAt}
            resent={resent}
            onResend={() => void send.run(undefined)}
          />
          <Button type="submit" busy={prove.busy}>
            {text('open-prove')}
          </Button>
        </form>
      )}
      <FailureNotice failure={error.other ?? send.failure} />
    </section>
  )
}
