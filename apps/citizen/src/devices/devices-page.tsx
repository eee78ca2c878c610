import type { Device } from '@an-sinh/contract'
import { Button, ConfirmDialog, formatInstant, Notice, Tag, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, Redirect } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

type RowProps = { readonly device: Device; readonly onEnd: (sessionId: string) => void; readonly onNotMe: (sessionId: string) => void }

const DeviceRow = ({ device, onEnd, onNotMe }: RowProps): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <li className="spell">
      <h2>
        {device.label ?? text('unknown')} {device.current ? <Tag>{text('this-device')}</Tag> : null}
      </h2>
      <p>{text('signed-in', { at: formatInstant(device.signedInAt, language) })}</p>
      <p>{text('last-seen', { at: formatInstant(device.lastSeenAt, language) })}</p>
      {device.current ? null : (
        <div className="button-row">
          <Button kind="second" onClick={() => onEnd(device.sessionId)}>
            {text('end')}
          </Button>
          <Button kind="danger" onClick={() => onNotMe(device.sessionId)}>
            {text('not-me')}
          </Button>
        </div>
      )}
    </li>
  )
}

const Blocked = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Notice kind="good" live>
      <p>{text('not-me-done')}</p>
      <p>
        <Link href="/dang-nhap/gui-lai" className="button">
          {text('set-new')}
        </Link>
      </p>
    </Notice>
  )
}

type ListProps = { readonly devices: readonly Device[]; readonly onChanged: () => void }

const DeviceList = ({ devices, onChanged }: ListProps): ReactNode => {
  const text = useTexts(TEXTS)
  const [asked, setAsked] = useState<string | null>(null)
  const [done, setDone] = useState<'ended' | 'blocked' | null>(null)
  const end = useAction(async (sessionId: string) => {
    await call('DELETE /api/me/devices/:sessionId', { params: { sessionId } })
    setDone('ended')
    onChanged()
  })
  const disavow = useAction(async (sessionId: string) => {
    await call('POST /api/me/devices/:sessionId/disavowal', { params: { sessionId } })
    setAsked(null)
    setDone('blocked')
    onChanged()
  })
  return (
    <>
      {done === 'ended' ? (
        <Notice kind="good" live>
          {text('ended')}
        </Notice>
      ) : null}
      {done === 'blocked' ? <Blocked /> : null}
      <FailureNotice failure={end.failure ?? disavow.failure} />
      <ul className="link-list">
        {devices.map((device) => (
          <DeviceRow key={device.sessionId} device={device} onEnd={(sessionId) => void end.run(sessionId)} onNotMe={setAsked} />
        ))}
      </ul>
      {devices.length === 1 && done === null ? <p>{text('only-this')}</p> : null}
      <ConfirmDialog
        open={asked !== null}
        title={text('not-me-title')}
        confirmLabel={text('not-me-confirm')}
        cancelLabel={text('cancel')}
        busy={disavow.busy}
        onConfirm={() => void disavow.run(asked ?? '')}
        onCancel={() => setAsked(null)}
      >
        <p>{text('not-me-text')}</p>
      </ConfirmDialog>
    </>
  )
}

/** Where the account is open now; strange ones are ended with the password they came by. */
export const DevicesPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useQuery({
    queryKey: ['me', 'devices'],
    queryFn: async () => (await call('GET /api/me/devices', {})).devices,
    staleTime: 0,
  })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('devices-title')}>
      <p>{text('devices-lead')}</p>
      <Loaded query={query}>{(devices) => <DeviceList devices={devices} onChanged={() => void query.refetch()} />}</Loaded>
      <p>
        <Link href="/ca-nhan/mat-khau">{text('change-link')}</Link>
      </p>
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}
