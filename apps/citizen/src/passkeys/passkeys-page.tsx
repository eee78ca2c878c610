import type { Passkey } from '@an-sinh/contract'
import { ConfirmDialog, Notice, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, Redirect } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { knowsPasskeys } from '../shared/device/passkey.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { AddPasskey } from './add-passkey.tsx'
import { PasskeyRow } from './passkey-row.tsx'
import { TEXTS } from './texts.ts'

type ListProps = { readonly passkeys: readonly Passkey[]; readonly onChanged: () => void }

const PasskeyList = ({ passkeys, onChanged }: ListProps): ReactNode => {
  const text = useTexts(TEXTS)
  const [asked, setAsked] = useState<Passkey | null>(null)
  const remove = useAction(async (passkeyId: string) => {
    await call('DELETE /api/me/passkeys/:passkeyId', { params: { passkeyId } })
    setAsked(null)
    onChanged()
  })
  return (
    <>
      <FailureNotice failure={remove.failure} />
      {passkeys.length === 0 ? <p>{text('none')}</p> : null}
      <ul className="link-list">
        {passkeys.map((passkey) => (
          <PasskeyRow key={passkey.passkeyId} passkey={passkey} onChanged={onChanged} onRemove={setAsked} />
        ))}
      </ul>
      <ConfirmDialog
        open={asked !== null}
        title={text('remove-title', { name: asked?.name ?? '' })}
        confirmLabel={text('remove')}
        cancelLabel={text('cancel')}
        busy={remove.busy}
        onConfirm={() => void remove.run(asked?.passkeyId ?? '')}
        onCancel={() => setAsked(null)}
      >
        <p>{text('remove-text')}</p>
      </ConfirmDialog>
    </>
  )
}

/** What opens the account by the lock of a device. */
export const PasskeysPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [added, setAdded] = useState(0)
  const query = useQuery({
    queryKey: ['me', 'passkeys'],
    queryFn: async () => (await call('GET /api/me/passkeys', {})).passkeys,
    staleTime: 0,
  })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  const onAdded = (): void => {
    setAdded(added + 1)
    void query.refetch()
  }
  return (
    <Page title={text('title')}>
      <p>{text('lead')}</p>
      {added > 0 ? (
        <Notice kind="good" live>
          {text('added')}
        </Notice>
      ) : null}
      <Loaded query={query}>{(passkeys) => <PasskeyList passkeys={passkeys} onChanged={() => void query.refetch()} />}</Loaded>
      <h2>{text('add-title')}</h2>
      {knowsPasskeys() ? <AddPasskey key={added} onAdded={onAdded} /> : <p>{text('unknown-here')}</p>}
      <p>{text('lost-device')}</p>
      <p>
        <Link href="/ca-nhan/tai-khoan" className="back-link">
          {text('back')}
        </Link>
      </p>
    </Page>
  )
}
