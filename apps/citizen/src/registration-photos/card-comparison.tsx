import type { IdCardFacts } from '@an-sinh/contract'
import { foldText } from '@an-sinh/domain'
import { Button, formatDate, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { fieldsOfCard } from '../shared/answers/fields-of-card.ts'
import type { Draft, DraftFields } from '../shared/draft/draft.ts'
import { changeFields } from '../shared/draft/draft-store.ts'
import { TEXTS } from './texts.ts'

export type CardRow = { readonly field: 'fullName' | 'nationalId' | 'bornOn' | 'sex'; readonly onCard: string; readonly typed: string }

const typedBirth = ({ birth, birthYearOnly }: DraftFields): string => {
  const two = (part: string): string => part.trim().padStart(2, '0')
  return birthYearOnly || birth.month.trim() === '' ? birth.year.trim() : `${birth.year.trim()}-${two(birth.month)}-${two(birth.day)}`
}

/** Where the QR of the card says something else than was typed. Accents and case do not count: the clerk's rules look closer. */
export const compareCard = (card: IdCardFacts, fields: DraftFields): readonly CardRow[] => {
  const rows: readonly CardRow[] = [
    { field: 'fullName', onCard: card.fullName, typed: fields.fullName },
    { field: 'nationalId', onCard: card.nationalId, typed: fields.nationalId.replace(/\D/gu, '') },
    { field: 'bornOn', onCard: card.bornOn, typed: typedBirth(fields) },
    { field: 'sex', onCard: card.sex, typed: fields.sex ?? '' },
  ]
  return rows.filter(({ onCard, typed }) => foldText(onCard) !== foldText(typed))
}

/** What was read in the card's QR beside what was typed, with a button that takes it over. */
export const CardComparison = ({ draft, card }: { readonly draft: Draft; readonly card: IdCardFacts }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const rows = compareCard(card, draft.fields)
  const show = (field: CardRow['field'], value: string): string => {
    if (field === 'bornOn') return formatDate(value, language)
    return value === 'male' || value === 'female' ? text(value) : value
  }
  if (rows.length === 0)
    return (
      <Notice kind="good" live>
        <p>{text('card-same')}</p>
      </Notice>
    )
  return (
    <Notice kind="warning" title={text('card-differs')} live>
      <ul>
        {rows.map(({ field, onCard, typed }) => (
          <li key={field}>
            {text(typed === '' ? 'card-row-empty' : 'card-row', {
              label: text(`card-${field}`),
              onCard: show(field, onCard),
              typed: show(field, typed),
            })}
          </li>
        ))}
      </ul>
      <p>
        <Button kind="second" onClick={() => changeFields(draft.registrationId, fieldsOfCard(card))}>
          {text('card-use')}
        </Button>
      </p>
      <p>{text('card-keep')}</p>
    </Notice>
  )
}
