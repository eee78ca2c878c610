import type { Registration } from '@an-sinh/contract'
import { Facts, formatDate, formatInstant, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { TEXTS } from './texts.ts'

const MOVES = [
  'submit',
  'prepare-form',
  'receive',
  'second-check',
  'approve',
  'return',
  'refuse',
  'expire',
  'withdraw',
  'reopen',
  'extend',
  'change-office',
  'correct',
  'activate',
  'undo-decision',
] as const

const isNamed = (move: string): move is (typeof MOVES)[number] => MOVES.some((named) => named === move)

/** What was stated, and what happened since. */
export const OwnDetails = ({ registration: { answers, phoneMasked, history } }: { readonly registration: Registration }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <>
      {answers === null ? null : (
        <details>
          <summary>{text('answers')}</summary>
          <Facts
            facts={[
              { label: text('fullName'), value: answers.fullName },
              { label: text('nationalId'), value: answers.nationalId },
              { label: text('passportNumber'), value: answers.passportNumber },
              { label: text('insuranceNumber'), value: answers.insuranceNumber },
              { label: text('bornOn'), value: formatDate(answers.bornOn, language) },
              { label: text('phone'), value: phoneMasked },
              { label: text('email'), value: answers.email },
              { label: text('street'), value: answers.street },
            ]}
          />
        </details>
      )}
      {history.length === 0 ? null : (
        <details>
          <summary>{text('history')}</summary>
          <ol>
            {history.map(({ move, at }) => (
              <li key={`${move} ${at}`}>
                {text(isNamed(move) ? `move-${move}` : 'move-other')} – {formatInstant(at, language)}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}
