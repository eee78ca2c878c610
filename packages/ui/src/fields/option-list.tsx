// oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the ARIA combobox pattern: the keys are the box's, and native options cannot be shown in the page
import { type ReactNode, useEffect, useRef } from 'react'
import type { Option } from './rank-options.ts'

type Props = {
  readonly id: string
  readonly label: string
  readonly options: readonly Option[]
  readonly active: number
  readonly value: string | null
  readonly onChoose: (option: Option) => void
}

/** The id of the row that the box points to while arrow keys move through the list. */
export const optionId = (listId: string, at: number): string => `${listId}-${at}`

/** The rows below a search box. They never take the focus. */
export const OptionList = ({ id, label, options, active, value, onChoose }: Props): ReactNode => {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' }), [active])
  return (
    <div className="options" id={id} role="listbox" aria-label={label} hidden={options.length === 0} ref={list}>
      {options.map((option, at) => (
        <div
          key={option.value}
          id={optionId(id, at)}
          role="option"
          tabIndex={-1}
          aria-selected={option.value === value}
          className={at === active ? 'option option-active' : 'option'}
          // Before the box loses the focus, which closes the list.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
        >
          {option.label}
        </div>
      ))}
    </div>
  )
}
