import type { EmployerWishes } from '@an-sinh/contract'
import { Button, Notice, TickField, useTexts } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

type Props = { readonly registrationId: string }

const keyOf = (registrationId: string): readonly string[] => ['employer-wishes', registrationId]

const Form = ({ registrationId, wishes }: Props & { readonly wishes: EmployerWishes }): ReactNode => {
  const text = useTexts(TEXTS)
  const queryClient = useQueryClient()
  const [help, setHelp] = useState(wishes.help)
  const [shareReasons, setShareReasons] = useState(wishes.shareReasons)
  const [saved, setSaved] = useState(false)
  const save = useAction(async (body: EmployerWishes) => {
    setSaved(false)
    queryClient.setQueryData(
      keyOf(registrationId),
      await call('PUT /api/registrations/:registrationId/employer-wishes', { params: { registrationId }, body }),
    )
    setSaved(true)
  })
  return (
    <>
      <TickField name="employer-help" label={text('employer-help')} hint={text('employer-help-hint')} checked={help} onChange={setHelp} />
      <TickField
        name="employer-share"
        label={text('employer-share')}
        hint={text('employer-share-hint')}
        checked={shareReasons}
        onChange={setShareReasons}
      />
      <Button kind="second" busy={save.busy} onClick={() => void save.run({ help, shareReasons })}>
        {text('employer-save')}
      </Button>
      {saved ? (
        <Notice kind="good" live>
          <p>{text('employer-saved')}</p>
        </Notice>
      ) : null}
      <FailureNotice failure={save.failure} />
    </>
  )
}

/** What the employer may know and is asked for: off until the person says so, revocable at any time. */
export const EmployerWishesPanel = ({ registrationId }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useQuery({
    queryKey: keyOf(registrationId),
    queryFn: async () => call('GET /api/registrations/:registrationId/employer-wishes', { params: { registrationId } }),
    staleTime: 0,
  })
  return (
    <section>
      <h2>{text('employer-title')}</h2>
      <p>{text('employer-lead')}</p>
      <Loaded query={query}>{(wishes) => <Form registrationId={registrationId} wishes={wishes} />}</Loaded>
    </section>
  )
}
