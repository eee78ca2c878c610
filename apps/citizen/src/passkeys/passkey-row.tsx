import type { Passkey } from '@an-sinh/contract'
import { Button, formatInstant, Tag, useLanguage, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { NameForm } from './name-form.tsx'
import { TEXTS } from './texts.ts'

type Props = { readonly passkey: Passkey; readonly onChanged: () => void; readonly onRemove: (passkey: Passkey) => void }

const Rename = ({ passkey, onDone }: { readonly passkey: Passkey; readonly onDone: () => void }): ReactNode => {
  const text = useTexts(TEXTS)
  const rename = async (name: string): Promise<void> => {
    await call('PATCH /api/me/passkeys/:passkeyId', { params: { passkeyId: passkey.passkeyId }, body: { name } })
    onDone()
  }
  return (
    <NameForm field={`name-${passkey.passkeyId}`} usual={passkey.name} label={text('save-name')} onName={rename} Trouble={FailureNotice} />
  )
}

export const PasskeyRow = ({ passkey, onChanged, onRemove }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [renaming, setRenaming] = useState(false)
  const done = (): void => {
    setRenaming(false)
    onChanged()
  }
  return (
    <li className="spell">
      <h2>
        {passkey.name} {passkey.synced ? <Tag>{text('synced')}</Tag> : null}
      </h2>
      <p>{text('made', { at: formatInstant(passkey.madeAt, language) })}</p>
      <p>{passkey.lastUsedAt === null ? text('never-used') : text('last-used', { at: formatInstant(passkey.lastUsedAt, language) })}</p>
      {renaming ? (
        <Rename passkey={passkey} onDone={done} />
      ) : (
        <div className="button-row">
          <Button kind="second" onClick={() => setRenaming(true)}>
            {text('rename')}
          </Button>
          <Button kind="danger" onClick={() => onRemove(passkey)}>
            {text('remove')}
          </Button>
        </div>
      )}
    </li>
  )
}
