import type { Case } from '@an-sinh/contract'
import { useLanguage } from '@an-sinh/ui'
import { foldText } from '@an-sinh/domain'
import { useId, useState } from 'react'
import { counterMessages } from './counter-messages.ts'

/** Reasons that fit an item of the checklist marked "not good"; shown first, never chosen for the clerk. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  'document-kind': ['no-original', 'id-expired'],
  'original-seen': ['no-original', 'id-expired', 'document-forged'],
  'face-matches': ['wrong-person', 'photo-not-portrait', 'photo-blurred'],
  'signature-present': ['unsigned'],
  'data-matches': ['name-differs', 'birth-date-differs', 'sex-differs', 'national-id-differs', 'number-not-theirs'],
}

const suggest = (marks: Readonly<Record<string, boolean>>): ReadonlySet<string> =>
  new Set(Object.entries(marks).flatMap(([item, good]) => (good ? [] : (FITTING[item] ?? []))))

export type Reason = Case['reasons'][number]

type Props = {
  readonly reasons: readonly Reason[]
  readonly chosen: readonly string[]
  /** The checklist as marked: what is not good suggests reasons. */
  readonly marks: Readonly<Record<string, boolean>>
  readonly onToggle: (code: string) => void
}

/** The reasons in force, fitting ones first; a filter without accents shortens the list. */
export const ReasonPicker = ({ reasons, chosen, marks, onToggle }: Props) => {
  const say = counterMessages.useSay()
  const { language } = useLanguage()
  const id = useId()
  const [filter, setFilter] = useState('')
  const wanted = foldText(filter)
  const suggested = suggest(marks)
  const listed = reasons
    .filter((reason) => chosen.includes(reason.code) || foldText(reason.clerkText[language]).includes(wanted))
    .toSorted((first, second) => Number(suggested.has(second.code)) - Number(suggested.has(first.code)))
  // Only what was asked for by letters or fits a mark: an empty list's first line is nobody's choice.
  const [first] = listed
  const chosenByEnter = first !== undefined && (wanted !== '' || suggested.has(first.code)) ? first : undefined
  return (
    <fieldset className="reasons">
      <legend className="field-label">{say('reasons')}</legend>
      <label htmlFor={id} className="visually-hidden">
        {say('reasonFilter')}
      </label>
      <input
        id={id}
        className="box"
        type="search"
        name="reason-filter"
        placeholder={say('reasonFilterHint')}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.nativeEvent.isComposing && chosenByEnter !== undefined)
            onToggle(chosenByEnter.code)
        }}
      />
      <div className="reason-list">
        {listed.map((reason) => (
          <label key={reason.code} className="choice">
            <input type="checkbox" checked={chosen.includes(reason.code)} onChange={() => onToggle(reason.code)} />
            <span className="choice-text">
              {reason.clerkText[language]}
              {suggested.has(reason.code) ? <span className="choice-hint">{say('suggested')}</span> : null}
            </span>
          </label>
        ))}
        {listed.length === 0 ? <p>{say('noReason')}</p> : null}
      </div>
    </fieldset>
  )
}
