import type { ContactChange } from '@an-sinh/contract'
import { Button, formatInstant, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Page } from '../shared/page/page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

type Props = { readonly change: ContactChange; readonly onCancelled: () => void }

/** Confirmed on both sides; from when it holds, and the way back until then. */
export const WaitingChangePage = ({ change, onCancelled }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const cancel = useAction(async () => {
    await call('DELETE /api/me/contact-changes/:changeId', { params: { changeId: change.changeId } })
    onCancelled()
  })
  return (
    <Page title={text(`waits-${change.kind}`, { to: change.newMasked })}>
      <Notice kind="good" live title={text('waits-until', { at: formatInstant(change.appliesAt ?? '', language) })}>
        <p>{text('waits-text')}</p>
      </Notice>
      <FailureNotice failure={cancel.failure} />
      <div className="button-row">
        <Button kind="danger" busy={cancel.busy} onClick={() => void cancel.run(undefined)}>
          {text('cancel-change')}
        </Button>
      </div>
      <p>
        <Link href="/ca-nhan/tai-khoan" className="back-link">
          {text('back-account')}
        </Link>
      </p>
    </Page>
  )
}
