import type { AccountDesk } from '@an-sinh/contract'
import { CommandButton, TextField, TickField } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { accountMessages } from './account-messages.ts'
import { askPhone, cancelPhone, provePhone } from './account-requests.ts'
import { OrderForm } from './order-form.tsx'
import { useSending } from '../shared/use-sending.ts'

type Props = { readonly desk: AccountDesk; readonly onChanged: (desk: AccountDesk) => void; readonly onBack: () => void }

const AskForm = ({ desk, onChanged, onBack }: Props) => {
  const say = accountMessages.useSay()
  const [phone, setPhone] = useState('')
  const [endDevices, setEndDevices] = useState(false)
  return (
    <OrderForm
      number={desk.insuranceNumber}
      reasons={['phone-gone', 'holder-asks', 'other']}
      label={say('sendCode')}
      lacks={phone.trim() === ''}
      renderFields={(asked) => (
        <>
          <TextField
            name="phone"
            label={say('newPhone')}
            hint={say('newPhoneHint')}
            error={asked && phone.trim() === '' ? say('newPhoneMissing') : undefined}
            width="medium"
            inputMode="tel"
            autoComplete="off"
            value={phone}
            onChange={setPhone}
          />
          <TickField name="endDevices" label={say('endDevices')} checked={endDevices} onChange={setEndDevices} />
        </>
      )}
      send={(order) => askPhone(order, phone, endDevices)}
      onDone={onChanged}
      onBack={onBack}
    />
  )
}

/** The person reads the code out; the screen says what happens next. */
const ProofForm = ({ desk, changeId, onChanged, onBack }: Props & { readonly changeId: string }) => {
  const say = accountMessages.useSay()
  const [code, setCode] = useState('')
  const { waiting, problem, run } = useSending()
  const prove = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (code.trim() !== '') void run(async () => onChanged(await provePhone(changeId, desk.insuranceNumber, code)))
  }
  return (
    <form onSubmit={prove} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextField
        name="code"
        label={say('phoneCode', { phone: desk.account?.phoneChange?.newMasked ?? '' })}
        hint={say('phoneCodeHint')}
        width="short"
        inputMode="numeric"
        autoComplete="off"
        value={code}
        onChange={setCode}
      />
      <div className="button-row">
        <CommandButton type="submit" kind="main" busy={waiting}>
          {say('confirmPhone')}
        </CommandButton>
        <CommandButton kind="plain" onPress={onBack}>
          {say('back')}
        </CommandButton>
      </div>
    </form>
  )
}

/** Three stages of one change: ask, prove, wait (and take back). */
export const PhoneTask = (props: Props) => {
  const say = accountMessages.useSay()
  const { desk, onChanged, onBack } = props
  const change = desk.account?.phoneChange ?? null
  if (change === null) return <AskForm {...props} />
  if (change.appliesAt === null && change.atCounter) return <ProofForm {...props} changeId={change.changeId} />
  return (
    <OrderForm
      number={desk.insuranceNumber}
      reasons={['holder-asks', 'misuse-suspected', 'other']}
      label={say('cancelPhone')}
      danger
      send={(order) => cancelPhone(order, change.changeId)}
      onDone={onChanged}
      onBack={onBack}
    />
  )
}
