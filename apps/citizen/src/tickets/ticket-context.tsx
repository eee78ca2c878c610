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

type Words = 'words' | 'said' | 'title'

/** What the page before left in the history's state, never in an address. */
const useLeft = (): ((name: Words) => string) => {
  const state = useHistoryState<unknown>()
  return (name) => {
    const found: unknown = typeof state === 'object' && state !== null && name in state ? (state as Record<Words, unknown>)[name] : ''
    return typeof found === 'string' ? found : ''
  }
}

type TakenAlong = {
  readonly words: string
  readonly context: TicketContext
  /** The same as a person read it: the screen's name and the sentence of the refusal. */
  readonly read: Read
  readonly clear: () => void
}
type Read = { readonly title: string; readonly said: string }

/** What the page before took along: a question, and where an error was met. */
export const useTakenAlong = (): TakenAlong => {
  const [address] = useSearchParams()
  const left = useLeft()
  const [isTaken, setTaken] = useState(true)
  const [code, errorId] = [parse(address.get('loi'), CODE), parse(address.get('ma'), ERROR_ID)]
  const [screen, articleId] = [address.get('trang')?.slice(0, SCREEN_MAX), parse(address.get('bai'), CODE)]
  const context: TicketContext = {
    ...(code === undefined ? {} : { code }),
    ...(errorId === undefined ? {} : { errorId }),
    ...(screen?.startsWith('/') === true ? { screen } : {}),
    ...(articleId === undefined ? {} : { articleId }),
  }
  const read = { title: left('title'), said: left('said') }
  return { words: left('words'), context: isTaken ? context : {}, read, clear: () => setTaken(false) }
}

/** Where an error was met: in the words that stood there where they are known, and else by what explains it. */
const ContextFacts = ({ context, read }: { readonly context: TicketContext; readonly read?: Read }): ReactNode => {
  const text = useTexts(TEXTS)
  const { code, screen, errorId, articleId } = context
  const explained = code === undefined ? undefined : <Link href={`/tro-giup/loi/${code}`}>{text('context-explained')}</Link>
  return (
    <Facts
      facts={[
        { label: text('context-screen'), value: screen === undefined ? undefined : (read?.title ?? '') === '' ? screen : read?.title },
        { label: text('context-code'), value: code === undefined || (read?.said ?? '') === '' ? explained : read?.said },
        { label: text('context-error-id'), value: errorId },
        {
          label: text('context-article'),
          value: articleId === undefined ? undefined : <Link href={`/tro-giup/${articleId}`}>{text('context-read')}</Link>,
        },
      ]}
    />
  )
}

type Props = { readonly context: TicketContext; readonly read: Read; readonly onClear: () => void }

/** Shown before it is sent, and taken out at the press of a button. */
export const ContextNotice = ({ context, read, onClear }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  if (Object.keys(context).length === 0) return null
  return (
    <Notice title={text('context-title')}>
      <ContextFacts context={context} read={read} />
      <Button kind="second" onClick={onClear}>
        {text('context-clear')}
      </Button>
    </Notice>
  )
}

/** What went along with a ticket, folded away, and what helps with the refusal meanwhile. */
export const SentContext = ({ context }: { readonly context: TicketContext }): ReactNode => {
  const text = useTexts(TEXTS)
  if (Object.keys(context).length === 0) return null
  return (
    <details>
      <summary>{text('context-sent')}</summary>
      <ContextFacts context={context} />
    </details>
  )
}
