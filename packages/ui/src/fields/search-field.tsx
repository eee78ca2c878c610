import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'
import { describedBy, Field, fieldId, type FieldTexts } from './field.tsx'
import { optionId, OptionList } from './option-list.tsx'
import { type Option, rankOptions } from './rank-options.ts'

type Props = FieldTexts & {
  readonly label: string
  readonly options: readonly Option[]
  /** The value of the chosen option; null while none is. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly nothingFound: string
  /** Read out as the list changes: "12 kết quả". */
  readonly countText: (count: number) => string
}

/** More rows do not help a thumb: typing one letter more does. */
const SHOWN_MAX = 60
const NONE: readonly Option[] = []
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** What was typed (null: the list is closed), the rows that answer it, and which of them Enter would take. */
const useSearch = ({ options, onChange }: Pick<Props, 'options' | 'onChange'>) => {
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const found = useMemo(() => (typed === null ? NONE : rankOptions(options, typed).slice(0, SHOWN_MAX)), [options, typed])
  const choose = (option: Option | undefined): void => {
    if (option !== undefined) onChange(option.value)
    setTyped(null)
  }
  // Leaving the box with one row left means that row: nobody types a whole name to throw it away.
  const close = (): void => choose(typed !== null && typed.trim() !== '' && found.length === 1 ? found[0] : undefined)
  const search = (text: string): void => {
    setTyped(text)
    setActive(0)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // While a Vietnamese typing method composes, the keys are its own.
    if (event.nativeEvent.isComposing) return
    const step = STEPS[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (typed === null) search('')
      else setActive(Math.min(Math.max(active + step, 0), found.length - 1))
    } else if (event.key === 'Enter' && typed !== null) {
      event.preventDefault()
      choose(found[active])
    } else if (event.key === 'Escape') setTyped(null)
  }
  return { typed, active, found, choose, search, close, onKeyDown }
}

/** A box that searches a list as one types (ARIA combobox pattern). The list opens below the box and pushes the page down, never over it. */
export const SearchField = ({ options, value, onChange, nothingFound, countText, ...texts }: Props): ReactNode => {
  const { typed, active, found, choose, search, close, onKeyDown } = useSearch({ options, onChange })
  const listId = `${fieldId(texts.name)}-list`
  const chosen = options.find((option) => option.value === value)
  return (
    <Field {...texts}>
      <input
        className="box"
        id={fieldId(texts.name)}
        name={texts.name}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? optionId(listId, active) : undefined}
        aria-describedby={describedBy(texts)}
        aria-invalid={texts.error === undefined ? undefined : true}
        value={typed ?? chosen?.label ?? ''}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => search(typed ?? '')}
        onBlur={close}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          search(event.currentTarget.value)
          if (value !== null) onChange(null)
        }}
      />
      <OptionList id={listId} label={texts.label} options={found} active={active} value={value} onChoose={choose} />
      {typed !== null && found.length === 0 ? <p className="field-hint">{nothingFound}</p> : null}
      <output className="visually-hidden">{typed === null ? '' : countText(found.length)}</output>
    </Field>
  )
}
