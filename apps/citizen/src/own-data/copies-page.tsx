import type { DataExport } from '@an-sinh/contract'
import { Button, type FieldError, Notice, PasswordField, useTexts } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { Redirect } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { NeedsNetwork } from '../shared/online/needs-network.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { readFieldErrors } from '../shared/page/read-field-errors.ts'
import { useAction } from '../shared/page/use-action.ts'
import { BackLink } from './back-link.tsx'
import { CopyItem } from './copy-item.tsx'
import { TEXTS } from './texts.ts'

const KEY = ['me', 'data-exports']
const LOOK_AGAIN_MS = 1500

const isUnderWay = ({ state }: DataExport): boolean => state === 'waiting' || state === 'gathering'

/** The password once more, and one id for one intent: pressed again after a lost answer it is still one copy. */
const OrderForm = (): ReactNode => {
  const text = useTexts(TEXTS)
  const queryClient = useQueryClient()
  const [exportId, setExportId] = useState(() => crypto.randomUUID())
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const order = useAction(async () => {
    await call('POST /api/me/data-exports', { body: { exportId, password } })
    setPassword('')
    setExportId(crypto.randomUUID())
    await queryClient.invalidateQueries({ queryKey: KEY })
  })
  const refused: readonly FieldError[] = readFieldErrors(order.failure)
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setMissing(password === '')
    if (password !== '') void order.run(undefined)
  }
  return (
    <form noValidate onSubmit={onSubmit}>
      <FailureNotice failure={refused.length > 0 ? null : order.failure} />
      <PasswordField
        name="password"
        label={text('copies-password')}
        hint={text('copies-password-hint')}
        error={missing ? text('copies-password-missing') : refused[0]?.sentence}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        showLabel={text('show')}
        hideLabel={text('hide')}
      />
      <Button type="submit" busy={order.busy}>
        {text('copies-order')}
      </Button>
    </form>
  )
}

/** Copies that were asked for with how far each is, and the way to ask for one. */
export const CopiesPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useQuery({
    queryKey: KEY,
    queryFn: async () => (await call('GET /api/me/data-exports', {})).exports,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) === true ? LOOK_AGAIN_MS : false),
  })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('copies-title')}>
      <NeedsNetwork />
      <p>{text('copies-lead')}</p>
      <Notice kind="warning" title={text('copies-care')}>
        <p>{text('copies-care-text')}</p>
      </Notice>
      <Loaded query={query}>
        {(exports) => (
          <>
            {exports.some(isUnderWay) ? null : <OrderForm />}
            <h2>{text('copies-list')}</h2>
            {exports.length === 0 ? <p>{text('copies-none')}</p> : null}
            <ul className="link-list">
              {exports.map((one) => (
                <CopyItem key={one.exportId} copy={one} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <BackLink to="back-hub" />
    </Page>
  )
}
