import type { TicketContext } from '@an-sinh/contract'
import { Button, Facts, Notice, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { TEXTS } from './texts.ts'

const CODE = /^[a-z0-9-]{1,60}$/u
const ERROR_ID = /^[\w-]{1,80}$/u
const SCREEN_MAX = 200

const parse = (value: string | null, shape: RegExp): string | undefined => (value !== null && shape.test(value) ? value : undefined)

/** What the page before took along: a question in the history's state (never in an address), and where an error was met. */
export const useTakenAlong = (): { readonly words: string; readonly context: TicketContext; readonly clear: () => void } => {
  const [address] = useSearchParams()
  const state = useHistoryState<unknown>()
  const [isTaken, setTaken] = useState(true)
  const words = typeof state === 'object' && state !== null && 'words' in state && typeof state.words === 'string' ? state.words : ''
  const [code, errorId] = [parse(address.get('loi'), CODE), parse(address.get('ma'), ERROR_ID)]
  const [screen, articleId] = [address.get('trang')?.slice(0, SCREEN_MAX), parse(address.get('bai'), CODE)]
  const context: TicketContext = {
    ...(code === undefined ? {} : { code }),
    ...(errorId === undefined ? {} : { errorId }),
    ...(screen?.startsWith('/') === true ? { screen } : {}),
    ...(articleId === undefined ? {} : { articleId }),
  }
  return { words, context: isTaken ? context : {}, clear: () => setTaken(false) }
}

/** Shown before it is sent, and taken out at the press of a button. */
export const ContextNotice = ({ context, onClear }: { readonly context: TicketContext; readonly onClear?: () => void }): ReactNode => {
  const text = useTexts(TEXTS)
  if (Object.keys(context).length === 0) return null
  return (
    <Notice title={text('context-title')}>
      <Facts
        facts={[
          { label: text('context-screen'), value: context.screen },
          {
            label: text('context-code'),
            value: context.code === undefined ? undefined : <Link href={`/tro-giup/loi/${context.code}`}>{text('context-explained')}</Link>,
          },
          { label: text('context-error-id'), value: context.errorId },
          {
            label: text('context-article'),
            value:
              context.articleId === undefined ? undefined : <Link href={`/tro-giup/${context.articleId}`}>{text('context-read')}</Link>,
          },
        ]}
      />
      {onClear === undefined ? null : (
        <Button kind="second" onClick={onClear}>
          {text('context-clear')}
        </Button>
      )}
    </Notice>
  )
}
