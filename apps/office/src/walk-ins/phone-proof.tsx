import { CommandButton, Notice, TextField, TickField } from '@an-sinh/ui'
import { useState } from 'react'
import { walkInMessages } from './walk-in-messages.ts'

type Props = {
  readonly proved: string | null
  readonly busy: boolean
  /** Begins the draft and sends the code. */
  readonly onSend: (phone: string) => Promise<string | null>
  readonly onProve: (code: string) => void
}

/** The page about the data was shown, then the phone in the person's hand is proved by its code. */
export const PhoneProof = ({ proved, busy, onSend, onProve }: Props) => {
  const say = walkInMessages.useSay()
  const [told, setTold] = useState(false)
  const [asked, setAsked] = useState(false)
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const send = async (): Promise<void> => {
    setAsked(true)
    if (told) setSentTo(await onSend(phone))
  }
  if (proved !== null) return <Notice kind="good" live title={say('phoneProved', { phone: proved })} />
  return (
    <>
      <TickField
        name="told"
        label={say('privacyTold')}
        hint={say('privacyHint')}
        checked={told}
        onChange={setTold}
        error={asked && !told ? say('privacyMissing') : undefined}
      />
      <div className="waiting-form">
        <TextField name="phone" label={say('phone')} inputMode="tel" autoComplete="off" value={phone} onChange={setPhone} />
        <CommandButton busy={busy} onPress={() => void send()}>
          {say('sendCode')}
        </CommandButton>
        {sentTo === null ? null : (
          <>
            <TextField
              name="code"
              label={say('code', { phone: sentTo })}
              inputMode="numeric"
              autoComplete="off"
              maxLength={20}
              value={code}
              onChange={setCode}
            />
            <CommandButton busy={busy} onPress={() => onProve(code)}>
              {say('prove')}
            </CommandButton>
          </>
        )}
      </div>
    </>
  )
}
