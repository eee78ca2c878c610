import type { NoticeChoices } from '@an-sinh/contract'
import { Notice, TickField, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, Redirect } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import type { RequestTo } from '../shared/api/routes.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { PushPanel } from './push-panel.tsx'
import { TEXTS } from './texts.ts'

type Choice = RequestTo<'PUT /api/me/notice-choices'>['body']
type KindProps = {
  readonly one: NoticeChoices['kinds'][number]
  readonly hasEmail: boolean
  readonly onSwitch: (choice: Choice) => void
}

const CHANNELS = ['sms', 'email', 'push'] as const

const KindSwitches = ({ one: { kind, label, fixed, on }, hasEmail, onSwitch }: KindProps): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  if (fixed || kind === 'security')
    return (
      <section>
        <h3>{label[language]}</h3>
        <p>{text('fixed')}</p>
      </section>
    )
  return (
    <fieldset className="field">
      <legend className="field-label">{label[language]}</legend>
      {CHANNELS.filter((channel) => channel !== 'email' || hasEmail).map((channel) => (
        <TickField
          key={channel}
          name={`${kind}-${channel}`}
          label={text(`channel-${channel}`)}
          checked={on[channel]}
          onChange={(isOn) => onSwitch({ kind, channel, isOn })}
        />
      ))}
    </fieldset>
  )
}

const CHOICES_KEY = ['me', 'notice-choices']

const flip = (choices: NoticeChoices, { kind, channel, isOn }: Choice): NoticeChoices => ({
  ...choices,
  kinds: choices.kinds.map((one) => (one.kind === kind ? { ...one, on: { ...one.on, [channel]: isOn } } : one)),
})

const Switches = ({ choices }: { readonly choices: NoticeChoices }): ReactNode => {
  const text = useTexts(TEXTS)
  const queryClient = useQueryClient()
  const save = useAction(async (choice: Choice) => {
    // The tick moves at once and goes back when the server did not take it.
    queryClient.setQueryData(CHOICES_KEY, flip(choices, choice))
    try {
      queryClient.setQueryData(CHOICES_KEY, await call('PUT /api/me/notice-choices', { body: choice }))
    } catch (error) {
      queryClient.setQueryData(CHOICES_KEY, choices)
      throw error
    }
  })
  return (
    <>
      <PushPanel pushKey={choices.pushKey} />
      <h2>{text('kinds-title')}</h2>
      <p>{text('kinds-lead')}</p>
      {choices.email ? null : (
        <Notice kind="info">
          <p>{text('no-email')}</p>
        </Notice>
      )}
      <FailureNotice failure={save.failure} />
      {choices.kinds.map((one) => (
        <KindSwitches key={one.kind} one={one} hasEmail={choices.email} onSwitch={(choice) => void save.run(choice)} />
      ))}
    </>
  )
}

/** Which kinds come by which way; what concerns safety always comes every way. */
export const ChoicesPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useQuery({ queryKey: CHOICES_KEY, queryFn: async () => call('GET /api/me/notice-choices', {}), staleTime: 0 })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('choices-title')}>
      <p>{text('choices-lead')}</p>
      <Loaded query={query}>{(choices) => <Switches choices={choices} />}</Loaded>
      <p>
        <Link href="/ca-nhan/tin-nhan" className="back-link">
          {text('back-list')}
        </Link>
      </p>
    </Page>
  )
}
