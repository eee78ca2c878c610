import { Button, ConfirmDialog, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'
import { STATEMENTS_KEY } from './use-statements.ts'

/** Taking back is asked twice: it cannot be undone. */
export const WithdrawButton = ({ statementId }: { readonly statementId: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const queryClient = useQueryClient()
  const [asks, setAsks] = useState(false)
  const withdraw = useAction(async () => {
    await call('POST /api/me/statements/:statementId/withdrawal', { params: { statementId } })
    setAsks(false)
    await queryClient.invalidateQueries({ queryKey: STATEMENTS_KEY })
  })
  return (
    <>
      <Button kind="second" onClick={() => setAsks(true)}>
        {text('withdraw')}
      </Button>
      <ConfirmDialog
        open={asks}
        title={text('withdraw-title')}
        confirmLabel={text('withdraw')}
        cancelLabel={text('withdraw-keep')}
        busy={withdraw.busy}
        onConfirm={() => void withdraw.run(undefined)}
        onCancel={() => setAsks(false)}
      >
        <p>{text('withdraw-text')}</p>
        <FailureNotice failure={withdraw.failure} />
      </ConfirmDialog>
    </>
  )
}
