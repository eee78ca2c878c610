import type { Ticket } from '@an-sinh/contract'
import { Button, Facts, formatInstant, Tag, TextAreaField, useLanguage, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { Rating, type Rated } from './rating.tsx'
import { SentContext } from './ticket-context.tsx'
import { TEXTS } from './texts.ts'

type Move = { readonly version: number; readonly move: 'add' | 'reopen' | 'close'; readonly words: string }
type Props = {
  readonly ticket: Ticket
  readonly onMove: (move: Move) => Promise<void>
  readonly onRate: (rating: Rated) => Promise<void>
  readonly children?: ReactNode
}

/** How a ticket stands, and until when it is answered. */
export const TicketState = ({ state, late, dueAt }: Pick<Ticket, 'state' | 'late' | 'dueAt'>): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  if (state === 'answered') return <Tag tone="good">{text('state-answered')}</Tag>
  if (state === 'closed') return <Tag>{text('state-closed')}</Tag>
  return <Tag tone={late ? 'warn' : 'note'}>{text(late ? 'state-late' : 'state-open', { at: formatInstant(dueAt, language) })}</Tag>
}

const ANSWERS: ReadonlySet<string> = new Set(['answered', 'talked'])

const History = ({ ticket, onRate }: Pick<Props, 'ticket' | 'onRate'>): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <ol className="timeline">
      {ticket.moves.map(({ moveNo, kind, by, department, words, at, rating }) => (
        <li key={moveNo}>
          <strong>{text(`move-${kind as 'filed'}`)}</strong>
          <br />
          {formatInstant(at, language)}
          {by === 'staff' ? ` · ${department[language]}` : ''}
          {words === '' ? null : <p className="written">{words}</p>}
          {by === 'staff' && ANSWERS.has(kind) ? <Rating moveNo={moveNo} rating={rating} onRate={onRate} /> : null}
        </li>
      ))}
    </ol>
  )
}

const Moves = ({ ticket, onMove }: Pick<Props, 'ticket' | 'onMove'>): ReactNode => {
  const text = useTexts(TEXTS)
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const act = useAction(async (move: Move['move']) => {
    await onMove({ version: ticket.version, move, words: move === 'close' ? '' : words })
    setWords('')
  })
  const say = (move: Move['move']): void => {
    const isMissing = move !== 'close' && words.trim() === ''
    setMissing(isMissing)
    if (!isMissing) void act.run(move)
  }
  const { add, reopen, close } = ticket.may
  if (!add && !reopen && !close) return null
  return (
    <section aria-labelledby="ticket-moves">
      <h2 id="ticket-moves">{text(reopen ? 'not-helped' : 'tell-more')}</h2>
      {add || reopen ? (
        <TextAreaField
          name="more"
          label={text(reopen ? 'what-still' : 'what-more')}
          error={missing ? text('words-missing') : undefined}
          rows={4}
          maxLength={10_000}
          value={words}
          onChange={setWords}
        />
      ) : null}
      <FailureNotice failure={act.failure} />
      <div className="button-row">
        {add ? (
          <Button busy={act.busy} onClick={() => say('add')}>
            {text('add')}
          </Button>
        ) : null}
        {reopen ? (
          <Button busy={act.busy} onClick={() => say('reopen')}>
            {text('reopen')}
          </Button>
        ) : null}
        {close ? (
          <Button kind="second" busy={act.busy} onClick={() => say('close')}>
            {text('close')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}

/** What was asked, what happened since, and what can still be said. */
export const TicketDetails = ({ ticket, onMove, onRate, children }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <>
      <p>
        <TicketState {...ticket} />
      </p>
      <p className="written lead">{ticket.words}</p>
      <Facts
        facts={[
          { label: text('category'), value: ticket.category[language] },
          { label: text('department'), value: ticket.department[language] },
          { label: text('reached-by'), value: ticket.reachedBy },
        ]}
      />
      <SentContext context={ticket.context} />
      <h2>{text('history')}</h2>
      <History ticket={ticket} onRate={onRate} />
      {children}
      <Moves ticket={ticket} onMove={onMove} />
    </>
  )
}
