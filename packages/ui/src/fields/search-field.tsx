import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { describedBy, Field, fieldId, type FieldTexts } from './field.tsx'
import { type Option, rankOptions } from './rank-options.ts'

type Props = FieldTexts & {
  readonly options: readonly Option[]
  /** The value of the chosen option; null while none is. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly nothingFound: string
  /** Read out as the list changes: "12 kết quả". */
  readonly countText: (count: number) => string
  readonly disabled?: boolean
}

/** More rows do not help a thumb: typing one letter more does. */
const SHOWN_MAX = 60

/** A box that searches a list as one types (ARIA combobox pattern). The list opens below the box and pushes the page down, never over it. */
export const SearchField = ({ options, value, onChange, nothingFound, countText, disabled = false, ...texts }: Props): ReactNode => {
  const chosen = options.find((option) => option.value === value)
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const open = typed !== null
  const found = useMemo(() => rankOptions(options, typed ?? '').slice(0, SHOWN_MAX), [options, typed])
  const listId = `${fieldId(texts.name)}-list`
  const optionId = (at: number): string => `${listId}-${at}`

  useEffect(() => list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' }), [active])

  const choose = (option: Option | undefined): void => {
    if (option !== undefined) onChange(option.value)
    setTyped(null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // While a Vietnamese typing method composes, the keys are its own.
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      if (open) setActive(Math.min(Math.max(active + step, 0), found.length - 1))
      else setTyped('')
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      choose(found[active])
    } else if (event.key === 'Escape') setTyped(null)
  }

  return (
    <Field {...texts}>
      <input
        className="box"
        id={fieldId(texts.name)}
        name={texts.name}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && found.length > 0 ? optionId(active) : undefined}
        aria-describedby={describedBy(texts)}
        aria-invalid={texts.error === undefined ? undefined : true}
        disabled={disabled}
        value={typed ?? chosen?.label ?? ''}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setTyped(typed ?? '')}
        onBlur={() => setTyped(null)}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setActive(0)
          if (value !== null) onChange(null)
        }}
      />
      <ul
        className="options"
        id={listId}
        role="listbox"
        aria-label={typeof texts.label === 'string' ? texts.label : texts.name}
        hidden={!open || found.length === 0}
        ref={list}
      >
        {open
          ? found.map((option, at) => (
              <li
                key={option.value}
                id={optionId(at)}
                role="option"
                aria-selected={option.value === value}
                className={at === active ? 'option option-active' : 'option'}
                // Before the box loses the focus, which closes the list.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                {option.label}
              </li>
            ))
          : null}
      </ul>
      {open && found.length === 0 ? <p className="field-hint">{nothingFound}</p> : null}
      <p className="visually-hidden" aria-live="polite">
        {open ? countText(found.length) : ''}
      </p>
    </Field>
  )
}
