import type { ReactNode, Ref } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type CommandButtonProps = {
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly kind?: 'main' | 'second' | 'danger' | 'plain'
  readonly icon?: IconName
  /** The key that does the same, shown beside the words; in the form of aria-keyshortcuts. */
  readonly keyHint?: string
  readonly type?: 'button' | 'submit'
  /** Waiting for an answer: a second press does nothing, the focus stays. */
  readonly busy?: boolean
  readonly describedBy?: string
  /** For a button that stays pressed. */
  readonly pressed?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button that shows its key. Never disabled: pressing it says what is missing. */
export const CommandButton = ({
  children,
  onPress,
  kind = 'second',
  icon,
  keyHint,
  type = 'button',
  busy = false,
  describedBy,
  pressed,
  ref,
}: CommandButtonProps) => (
  <button
    ref={ref}
    type={type}
    className={kind === 'plain' ? 'button-plain' : `button button-${kind}`}
    onClick={(event) => {
      if (busy) event.preventDefault()
      else onPress?.()
    }}
    aria-busy={busy || undefined}
    aria-describedby={describedBy}
    aria-pressed={pressed}
    aria-keyshortcuts={keyHint}
  >
    {icon === undefined ? null : <Icon name={icon} />}
    <span>{children}</span>
    {keyHint === undefined ? null : (
      <kbd className="key" aria-hidden="true">
        {keyHint.replace('Control', 'Ctrl')}
      </kbd>
    )}
  </button>
)
