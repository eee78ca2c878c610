import { Button, ConfirmDialog, formatInstant, Notice, Tag, type Tone, useLanguage, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import type { Letter } from '../shared/outbox/letter.ts'
import { dropLetter, writeLetter } from '../shared/outbox/letter-store.ts'
import { wakeOutbox } from '../shared/outbox/outbox.ts'
import { useAction } from '../shared/page/use-action.ts'
import { KEEP_MS } from '../shared/store/sealed-records.ts'
import { saveLetter } from './save-letter.ts'
import { TEXTS } from './texts.ts'

const TONES: Readonly<Record<Letter['state'], Tone>> = { waiting: 'note', asks: 'warn', stopped: 'bad' }

const REASONS = ['offline', 'too-slow', 'not-signed-in', 'too-many'] as const

const reasonOf = (lastError: string): 'server' | (typeof REASONS)[number] => REASONS.find((reason) => reason === lastError) ?? 'server'

const toInstant = (at: number): string => new Date(at).toISOString()

/** Why it has not arrived, in the server's own words where it said something. */
const Reason = ({ letter }: { readonly letter: Letter }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { state, refusal, lastError, attempts, nextTryAt } = letter
  if (state !== 'waiting')
    return (
      <Notice kind="error" title={refusal?.sentence}>
        <p>{refusal?.nextStep}</p>
        {state === 'asks' ? <p>{text('asks-text')}</p> : null}
        {refusal === null ? null : <p className="quiet">{text('request-id', { id: refusal.requestId })}</p>}
      </Notice>
    )
  if (lastError === null) return null
  return (
    <>
      <p>{text(`reason-${reasonOf(lastError)}`)}</p>
      {lastError === 'not-signed-in' ? (
        <Link href="/dang-nhap">{text('sign-in')}</Link>
      ) : (
        <p className="quiet">{text('attempts', { count: String(attempts), at: formatInstant(toInstant(nextTryAt), language) })}</p>
      )}
    </>
  )
}

/** Throwing away is asked twice: nobody else has it. */
const DropButton = ({ letterId }: { readonly letterId: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const [asks, setAsks] = useState(false)
  return (
    <>
      <Button kind="second" onClick={() => setAsks(true)}>
        {text('drop')}
      </Button>
      <ConfirmDialog
        open={asks}
        title={text('drop-title')}
        confirmLabel={text('drop')}
        cancelLabel={text('drop-keep')}
        onConfirm={() => void dropLetter(letterId)}
        onCancel={() => setAsks(false)}
      >
        <p>{text('drop-text')}</p>
      </ConfirmDialog>
    </>
  )
}

/** One letter: what it is about, where it stands, and every way on. */
export const LetterItem = ({ letter }: { readonly letter: Letter }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { letterId, state, title, keptAt, editAt, resultAt } = letter
  const send = useAction(async () => {
    if (state !== 'waiting') await writeLetter({ ...letter, state: 'waiting', refusal: null })
    await wakeOutbox()
  })
  return (
    <section className="panel">
      <h2>{title}</h2>
      <p>
        <Tag tone={TONES[state]}>{text(state)}</Tag>
      </p>
      <Reason letter={letter} />
      <p className="quiet">
        {text('kept', { at: formatInstant(toInstant(keptAt), language), until: formatInstant(toInstant(keptAt + KEEP_MS), language) })}
      </p>
      {state === 'asks' ? <Link href={resultAt.replace(/\/[^/]*$/u, '')}>{text('look')}</Link> : null}
      <div className="button-row">
        {state === 'stopped' ? null : (
          <Button busy={send.busy} onClick={() => void send.run(undefined)}>
            {text(state === 'asks' ? 'send-again' : 'send-now')}
          </Button>
        )}
        <Link href={editAt} className="button button-second">
          {text('edit')}
        </Link>
        <Button kind="second" onClick={() => saveLetter(letter)}>
          {text('export')}
        </Button>
        <DropButton letterId={letterId} />
      </div>
    </section>
  )
}
