import type { ContactKind } from '@an-sinh/contract'
import { Notice, TextField, TickField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { NeedsNetwork } from '../shared/online/needs-network.tsx'
import { readFieldErrors } from '../shared/page/read-field-errors.ts'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'
import type { OwnContacts } from './use-contacts.ts'

type Props = { readonly kind: ContactKind; readonly contacts: OwnContacts; readonly onAsked: () => void }

const BOX = {
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel-national' },
  email: { type: 'email', inputMode: 'email', autoComplete: 'email' },
} as const

/** The new number or address, and how the change goes on, told before anything is sent. */
export const NewContactPage = ({ kind, contacts, onAsked }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [value, setValue] = useState('')
  const [oldGone, setOldGone] = useState(false)
  const [isEmpty, setEmpty] = useState(false)
  const ask = useAction(async () => {
    await call('POST /api/me/contact-changes', { body: { changeId: crypto.randomUUID(), kind, value: value.trim(), oldGone } })
    onAsked()
  })
  const goOn = (): void => {
    setEmpty(value.trim() === '')
    if (value.trim() !== '') void ask.run(undefined)
  }
  const refused = isEmpty ? [] : readFieldErrors(ask.failure)
  const errors = isEmpty ? [{ field: 'value', sentence: text(`new-${kind}-empty`) }] : refused
  const old = kind === 'phone' ? contacts.phoneMasked : contacts.emailMasked
  return (
    <StepPage
      title={text(`change-${kind}`)}
      backTo="/ca-nhan/tai-khoan"
      errors={errors}
      busy={ask.busy}
      nextLabel={text('send-codes')}
      onNext={goOn}
      aside={kind === 'phone' && !contacts.oldPhoneGone ? <p>{text('old-phone-gone')}</p> : null}
    >
      <NeedsNetwork />
      <p>{text('change-lead')}</p>
      {contacts.oldPhoneGone ? <Notice title={text('proved-at-counter')} /> : null}
      <p>{old === null ? text('email-none') : text('now', { value: old })}</p>
      <FailureNotice failure={refused.length > 0 ? null : ask.failure} />
      <TextField
        name="value"
        label={text(`new-${kind}`)}
        hint={text(`new-${kind}-hint`)}
        error={errors[0]?.sentence}
        width="medium"
        autoCapitalize="none"
        spellCheck={false}
        {...BOX[kind]}
        value={value}
        onChange={setValue}
      />
      {kind === 'email' && contacts.emailMasked !== null && !contacts.oldPhoneGone ? (
        <TickField name="oldGone" label={text('old-email-gone')} checked={oldGone} onChange={setOldGone} />
      ) : null}
    </StepPage>
  )
}
