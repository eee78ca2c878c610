import { type LocalErrorKind, makeLocalErrorId, screenNumberOf, screenOf } from '@an-sinh/domain'
import { useState } from 'react'
import { sharedMessages } from './shared-messages.ts'

/** An id to read out for an error that no server heard of: kind, minute and screen are in it. */
export const LocalErrorId = ({ kind }: { readonly kind: LocalErrorKind }) => {
  const say = sharedMessages.useSay()
  const [id] = useState(() =>
    makeLocalErrorId({ kind, minute: Math.floor(Date.now() / 60_000), screen: screenNumberOf(screenOf(location.pathname)) }),
  )
  return <p className="small">{say('requestId', { id })}</p>
}
