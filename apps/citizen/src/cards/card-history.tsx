import { formatInstant, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { useSubject } from '../shared/profile/profile.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { CardItem } from './card-item.tsx'
import { Rights } from './rights.tsx'
import { TEXTS } from './texts.ts'

type Answer = AnswerTo<'GET /api/me/health-cards'>
type Group = 'current' | 'next' | 'past' | 'revoked'

const CardList = ({ answer, group }: { readonly answer: Answer; readonly group: Group }): ReactNode => {
  const text = useTexts(TEXTS)
  const cards = answer[group]
  if (cards.length === 0) return null
  return (
    <section>
      <h2>{text(`list-${group}`)}</h2>
      <ul className="link-list">
        {cards.map((card) => (
          <li key={card.cardId}>
            <CardItem card={card} isOpen={group === 'current'} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const Cards = ({ answer }: { readonly answer: Answer }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const hasNone = [answer.current, answer.next, answer.past, answer.revoked].every((cards) => cards.length === 0)
  if (hasNone) return <p>{text('page-none')}</p>
  return (
    <>
      {answer.current.length === 0 ? <p>{text('list-current-none')}</p> : null}
      <CardList answer={answer} group="current" />
      <Rights answer={answer} />
      <CardList answer={answer} group="next" />
      <CardList answer={answer} group="past" />
      <CardList answer={answer} group="revoked" />
      <p className="quiet">{text('as-of', { at: formatInstant(answer.asOf, language) })}</p>
    </>
  )
}

/** Every card one has, had or will have, what it pays in plain words, five years and the copayment of the year. */
export const CardHistory = (): ReactNode => {
  const subject = useSubject()
  const query = useQuery({
    queryKey: [...subject.key, 'health-cards'],
    queryFn: async () => call('GET /api/me/health-cards', { query: subject.query }),
  })
  return <Loaded query={query}>{(answer) => <Cards answer={answer} />}</Loaded>
}
