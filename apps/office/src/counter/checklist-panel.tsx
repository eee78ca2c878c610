import type { Case } from '@an-sinh/contract'
import { useLanguage } from '@an-sinh/ui'
import { useRef } from 'react'
import { useKeys } from '../shared/keyboard.ts'
import { type CaseDraft, chooseDocumentKind, cycleItem, DOCUMENT_KIND_ITEM, markItem } from './case-draft.ts'
import { counterMessages } from './counter-messages.ts'

type Change = (how: (draft: CaseDraft) => CaseDraft) => void
type Item = Case['checklist'][number]

const NumberKey = ({ at }: { readonly at: number }) => (
  <kbd className="key" aria-hidden="true">
    {at + 1}
  </kbd>
)

type MarkProps = { readonly item: Item; readonly at: number; readonly mark: boolean | undefined; readonly onMark: (good: boolean) => void }

const MarkRow = ({ item, at, mark, onMark }: MarkProps) => {
  const say = counterMessages.useSay()
  const { language } = useLanguage()
  return (
    <fieldset className={mark === undefined ? 'check' : mark ? 'check check-good' : 'check check-bad'}>
      <legend className="visually-hidden">{item.label[language]}</legend>
      <span className="check-label" aria-hidden="true">
        <NumberKey at={at} /> {item.label[language]}
      </span>
      <div className="check-marks">
        {([true, false] as const).map((good) => (
          <label key={String(good)} className={good ? 'mark mark-good' : 'mark mark-bad'}>
            <input type="radio" name={`check-${item.code}`} checked={mark === good} onChange={() => onMark(good)} />
            <span>{say(good ? 'pass' : 'fail')}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type Props = { readonly shown: Case; readonly draft: CaseDraft; readonly onChange: Change }

/** Each item marked by itself, none beforehand: by its number key, or by touch. */
export const ChecklistPanel = ({ shown, draft, onChange }: Props) => {
  const say = counterMessages.useSay()
  const { language } = useLanguage()
  const kinds = useRef<HTMLSelectElement>(null)
  const { version } = shown
  const press = (code: string): void => {
    if (code === DOCUMENT_KIND_ITEM) kinds.current?.focus()
    else onChange((before) => cycleItem(before, version, code))
  }
  useKeys(Object.fromEntries(shown.checklist.map((item, at) => [String(at + 1), () => press(item.code)])))
  return (
    <section className="checklist" aria-labelledby="checklist-title">
      <h2 id="checklist-title">{say('checklist')}</h2>
      {shown.checklist.map((item, at) =>
        item.code === DOCUMENT_KIND_ITEM ? (
          <div key={item.code} className={draft.documentKind === null ? 'check' : 'check check-good'}>
            <label className="check-label" htmlFor="document-kind">
              <NumberKey at={at} /> {item.label[language]}
            </label>
            <select
              id="document-kind"
              ref={kinds}
              className="box"
              value={draft.documentKind ?? ''}
              onChange={(event) => {
                const kind = event.currentTarget.value
                onChange((before) => chooseDocumentKind(before, version, kind === '' ? null : kind))
              }}
            >
              <option value="">{say('chooseKind')}</option>
              {shown.documentKinds.map((kind) => (
                <option key={kind.code} value={kind.code}>
                  {kind.label[language]}
                </option>
              ))}
            </select>
          </div>
        ) : (
          <MarkRow
            key={item.code}
            item={item}
            at={at}
            mark={draft.marks[item.code]}
            onMark={(good) => onChange((before) => markItem(before, version, item.code, good))}
          />
        ),
      )}
    </section>
  )
}
