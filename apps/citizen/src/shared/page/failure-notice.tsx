import type { LocalErrorKind } from '@an-sinh/domain'
import { Button, formatInstant, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Failure } from '../api/failure.ts'
import { useSettings } from '../api/use-settings.ts'
import { Hotline } from './hotline.tsx'
import { LocalErrorId } from './local-error-id.tsx'
import { TEXTS } from './texts.ts'

type Props = { readonly failure: unknown; readonly onRetry?: (() => void) | undefined; readonly officePhone?: string | null | undefined }
type Told = {
  readonly title: string
  readonly text: string
  readonly requestId?: string
  /** Nothing of the server's to quote: what the app knows of it by itself. */
  readonly local?: LocalErrorKind
  readonly tryAgainAt?: string | undefined
  readonly code?: string
}

const useTold = (failure: unknown): Told => {
  const text = useTexts(TEXTS)
  if (!(failure instanceof Failure)) return { title: text('bug-title'), text: text('bug-text'), local: 'crash' }
  if (failure.refusal !== null) {
    const { sentence, nextStep, requestId, tryAgainAt, code } = failure.refusal
    return { title: sentence, text: nextStep, requestId, tryAgainAt, code }
  }
  const kind = failure.kind === 'refused' ? 'trouble' : failure.kind
  return { title: text(`${kind}-title`), text: text(`${kind}-text`), local: kind }
}

const ERROR_ID = /^[\w-]{1,80}$/u

/** The screen as everybody knows it: no number or code that stands in an address goes along. */
const screenOf = (path: string): string =>
  path
    .split('/')
    .map((part) => (/\d/u.test(part) ? ':ma' : part))
    .join('/')

/** As the screen calls itself, without the product's name after it. */
const readTitle = (): string => document.title.replace(/ – An Sinh$/u, '')

/** Where a person is asked about it, with what they need to understand it; nothing for what only the network did. */
const ticketAddress = ({ code, requestId }: Told, failure: unknown): string | null => {
  if (failure instanceof Failure && (failure.kind === 'offline' || failure.kind === 'too-slow')) return null
  const taken = new URLSearchParams({ trang: screenOf(window.location.pathname) })
  if (code !== undefined) taken.set('loi', code)
  if (requestId !== undefined && ERROR_ID.test(requestId)) taken.set('ma', requestId)
  return `/ho-tro/phieu/moi?${taken.toString()}`
}

/** What went wrong, what to do, whom to call and what to quote. Nothing when nothing went wrong. */
export const FailureNotice = ({ failure, onRetry, officePhone }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const settings = useSettings()
  const told = useTold(failure)
  if (failure === null || failure === undefined) return null
  const ticketAt = ticketAddress(told, failure)
  return (
    <Notice kind="error" title={told.title} live>
      <p>{told.text}</p>
      {told.tryAgainAt === undefined ? null : <p>{text('try-again-at', { at: formatInstant(told.tryAgainAt, language) })}</p>}
      {onRetry === undefined ? null : (
        <p>
          <Button kind="second" onClick={onRetry}>
            {text('try-again')}
          </Button>
        </p>
      )}
      {told.local === 'trouble' ? (
        <p>
          <Link href="/tinh-trang">{text('see-status')}</Link>
        </p>
      ) : null}
      {told.code === undefined ? null : (
        <p>
          <Link href={`/tro-giup/loi/${told.code}`}>{text('refusal-help')}</Link>
        </p>
      )}
      {ticketAt === null ? null : (
        <p>
          <Link href={ticketAt} state={{ said: told.title, title: readTitle() }}>
            {text('ask-help')}
          </Link>
        </p>
      )}
      <Hotline hotline={settings?.hotline} officePhone={officePhone} />
      {told.requestId === undefined ? null : <p className="quiet">{text('request-id', { id: told.requestId })}</p>}
      {told.local === undefined ? null : <LocalErrorId kind={told.local} />}
    </Notice>
  )
}
