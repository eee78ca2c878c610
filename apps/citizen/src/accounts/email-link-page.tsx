import { Button, Notice, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import { Page } from '../shared/page/page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { RecoveryForm, type RecoveryPerson } from './recovery-form.tsx'
import { TEXTS } from './texts.ts'

const SentPage = ({ minutes, onAgain }: { readonly minutes: number; readonly onAgain: () => void }): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('email-sent-title')}>
      <Notice kind="good" live>
        {text('email-sent-text', { minutes })}
      </Notice>
      <h2>{text('email-lost-title')}</h2>
      <p>{text('email-lost-text')}</p>
      <ul className="link-list">
        <li>
          <Button kind="second" onClick={onAgain}>
            {text('email-again')}
          </Button>
        </li>
        <li>
          <Link href="/dang-nhap/gui-lai">{text('sms-instead')}</Link>
        </li>
        <li>{text('lost-phone')}</li>
      </ul>
    </Page>
  )
}

/** Forgotten password by a link to the address on file; whether there is one is not told. */
export const EmailLinkPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [minutes, setMinutes] = useState<number | null>(null)
  const ask = useAction(async (person: RecoveryPerson) =>
    setMinutes((await call('POST /api/email-link-requests', { body: person })).minutes),
  )
  if (minutes !== null) return <SentPage minutes={minutes} onAgain={() => setMinutes(null)} />
  return (
    <RecoveryForm
      title={text('email-title')}
      lead={text('email-lead')}
      sendLabel={text('email-send')}
      busy={ask.busy}
      failure={ask.failure}
      onAsk={(person) => void ask.run(person)}
      otherWay={<Link href="/dang-nhap/gui-lai">{text('sms-instead')}</Link>}
    />
  )
}
