import { Button, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

/** Did this article help? Counted without a name; a no leads to whom to ask. */
export const Vote = ({ articleId }: { readonly articleId: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [voted, setVoted] = useState<boolean | null>(null)
  const { run, busy, failure } = useAction(async (helped: boolean) => {
    await call('POST /api/help-articles/:articleId/votes', { params: { articleId }, body: { language, helped } })
    setVoted(helped)
  })
  if (voted !== null)
    return (
      <Notice kind="good" title={text('vote-thanks')} live>
        {voted ? null : (
          <p>
            <Link href="/tro-giup/hoi">{text('ask-link')}</Link>
          </p>
        )}
      </Notice>
    )
  return (
    <section aria-labelledby="vote">
      <h2 id="vote">{text('vote-title')}</h2>
      <FailureNotice failure={failure} />
      <div className="button-row">
        <Button kind="second" busy={busy} onClick={() => void run(true)}>
          {text('vote-yes')}
        </Button>
        <Button kind="second" busy={busy} onClick={() => void run(false)}>
          {text('vote-no')}
        </Button>
      </div>
    </section>
  )
}
