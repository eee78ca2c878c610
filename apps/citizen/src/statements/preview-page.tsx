import type { StatementOrder } from '@an-sinh/contract'
import { Button, useTexts } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { ContentView } from './content-view.tsx'
import { TEXTS } from './texts.ts'
import { STATEMENTS_KEY } from './use-statements.ts'

type Props = { readonly order: StatementOrder; readonly onBack: () => void }

/** What the paper will say and what its check page will show; then it is issued. Pressed twice it is issued once: the id is made here. */
export const PreviewPage = ({ order, onBack }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const [statementId] = useState(() => crypto.randomUUID())
  const query = useQuery({
    queryKey: ['me', 'statement-preview', order],
    queryFn: async () => call('POST /api/me/statement-previews', { body: order }),
    staleTime: 0,
    gcTime: 0,
  })
  const issue = useAction(async () => {
    await call('POST /api/me/statements', { body: { statementId, ...order } })
    await queryClient.invalidateQueries({ queryKey: STATEMENTS_KEY })
    navigate(`/ca-nhan/giay-xac-nhan?da-lap=${statementId}`)
  })
  return (
    <Page title={text('preview-title')} wide={order.kind !== 'confirmation'}>
      <Loaded query={query}>
        {(content) => (
          <>
            <ContentView content={content} repeatsAll={order.kind === 'confirmation'} />
            <FailureNotice failure={issue.failure} />
            <div className="button-row">
              <Button busy={issue.busy} onClick={() => void issue.run(undefined)}>
                {text('issue')}
              </Button>
            </div>
          </>
        )}
      </Loaded>
      <div className="button-row">
        <Button kind="second" onClick={onBack}>
          {text('change')}
        </Button>
      </div>
    </Page>
  )
}
