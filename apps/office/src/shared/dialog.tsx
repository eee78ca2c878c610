import { type ReactNode, useEffect, useId, useRef } from 'react'
import { type KeyMap, useKeys } from './keyboard.ts'

export type DialogProps = {
  readonly title: string
  readonly children: ReactNode
  /** Without it the dialog cannot be left by Escape. */
  readonly onClose?: () => void
  readonly wide?: boolean
  /** Takes the whole window. */
  readonly full?: boolean
  readonly keys?: KeyMap
  /** Name of the field to begin with; without it the title is read first. */
  readonly firstField?: string
}

const NO_KEYS: KeyMap = {}

/** A modal dialog on the native element: the page beneath is inert, the focus comes back to where it was. */
export const Dialog = ({ title, children, onClose, wide = false, full = false, keys = NO_KEYS, firstField }: DialogProps) => {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useKeys(onClose === undefined ? keys : { escape: onClose, ...keys }, { modal: true })
  useEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    dialog?.showModal()
    const first = firstField === undefined ? null : dialog?.querySelector<HTMLElement>(`[name="${firstField}"]`)
    first?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [firstField])
  return (
    <dialog
      ref={element}
      className={full ? 'dialog dialog-full' : wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
    >
      <h2 id={titleId} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}
