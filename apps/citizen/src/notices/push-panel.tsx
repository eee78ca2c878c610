import { Button, Notice, useTexts } from '@an-sinh/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { type PushState, readPushState, turnPushOff, turnPushOn } from './push.ts'
import { TEXTS } from './texts.ts'

/** Says what a push is and holds before the browser asks: a no is hard to take back. */
export const PushPanel = ({ pushKey }: { readonly pushKey: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const [state, setState] = useState<PushState | null>(null)
  useEffect(() => void readPushState().then(setState), [])
  const turn = useAction(async (on: boolean) => setState(await (on ? turnPushOn(pushKey) : turnPushOff())))
  if (state === null) return null
  return (
    <>
      <h2>{text('push-title')}</h2>
      <FailureNotice failure={turn.failure} />
      {state === 'on' ? (
        <Notice kind="good">
          <p>{text('push-on')}</p>
        </Notice>
      ) : (
        <p>{text(state === 'off' ? 'push-why' : `push-${state}`)}</p>
      )}
      {state === 'off' || state === 'on' ? (
        <Button kind="second" busy={turn.busy} onClick={() => void turn.run(state === 'off')}>
          {text(state === 'off' ? 'push-turn-on' : 'push-turn-off')}
        </Button>
      ) : null}
    </>
  )
}
