import { type FieldError, Notice, TextField, useTexts, Button } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../shared/api/call.ts'
import type { Draft } from '../shared/draft/draft.ts'
import { changeDraft, changeFields } from '../shared/draft/draft-store.ts'
import { startAtServer } from '../shared/draft/server-draft.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { pathAfter, placeOf, previousPath } from '../shared/steps/steps.ts'
import { PhoneCode, type SentCode } from './phone-code.tsx'
import { listContactFaults, readEmail } from '../shared/answers/read-contact.ts'
import { TEXTS } from './texts.ts'

/** Asks the server to send a code to the phone as typed. */
const sendCode = async (phone: string): Promise<SentCode> => {
  const { registrationId } = await startAtServer()
  return call('POST /api/registrations/:registrationId/phone-codes', { params: { registrationId }, body: { phone } })
}

type Props = { readonly draft: Draft }

const ContactFields = ({ draft, errors }: Props & { readonly errors: readonly FieldError[] }): ReactNode => {
  const text = useTexts(TEXTS)
  const { fields, registrationId, provedPhone } = draft
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.sentence
  return (
    <>
      {provedPhone === null ? (
        <TextField
          name="phone"
          label={text('phone')}
          hint={text('phone-hint')}
          error={errorOf('phone')}
          width="medium"
          type="tel"
          inputMode="tel"
          autoComplete="tel-national"
          value={fields.phone}
          onChange={(phone) => changeFields(registrationId, { phone })}
        />
      ) : (
        <Notice kind="good">
          <p>{text('phone-proved', { phone: provedPhone })}</p>
          <Button kind="plain" onClick={() => changeDraft(registrationId, (now) => ({ ...now, provedPhone: null }))}>
            {text('phone-change')}
          </Button>
        </Notice>
      )}
      <TextField
        name="email"
        label={text('email')}
        hint={text('email-hint')}
        error={errorOf('email')}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        value={fields.email}
        onChange={(email) => changeFields(registrationId, { email })}
      />
    </>
  )
}

/** The phone that gets the codes and the first password, proved at once; the e-mail is optional. */
export const PhoneStep = ({ draft }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [sent, setSent] = useState<SentCode | null>(null)
  const { fields, provedPhone } = draft
  const send = useAction(async () => setSent(await sendCode(fields.phone)))
  const goOn = (): void => {
    const faults = listContactFaults(fields.phone, fields.email).filter(({ field }) => field === 'email' || provedPhone === null)
    setErrors(faults.map(({ field, code }) => ({ field, sentence: text(code) })))
    if (faults.length > 0) return
    if (provedPhone === null) void send.run(undefined)
    else navigate(pathAfter('phone', draft))
  }
  if (sent !== null && provedPhone === null && readEmail(fields.email) !== undefined)
    return (
      <PhoneCode
        draft={draft}
        sent={sent}
        onResend={async () => setSent(await sendCode(fields.phone))}
        onChangePhone={() => setSent(null)}
      />
    )
  return (
    <StepPage
      title={text('phone-title')}
      place={placeOf('phone')}
      backTo={previousPath('phone')}
      errors={errors}
      busy={send.busy}
      onNext={goOn}
      {...(provedPhone === null ? { nextLabel: text('phone-send') } : {})}
    >
      <p>{text('phone-lead')}</p>
      <ContactFields draft={draft} errors={errors} />
      <FailureNotice failure={send.failure} />
    </StepPage>
  )
}
