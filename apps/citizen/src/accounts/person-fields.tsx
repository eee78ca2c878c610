import { type DateBoxes, DateField, TextField, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { TEXTS } from './texts.ts'

type Props = {
  readonly login: string
  readonly onLogin: (login: string) => void
  readonly born: DateBoxes
  readonly onBorn: (typed: Partial<DateBoxes>) => void
  readonly errorOf: (field: string) => string | undefined
  /** Between the number and the birth date. */
  readonly children?: ReactNode
}

export const EMPTY_DATE: DateBoxes = { day: '', month: '', year: '' }

/** Number and birth date: what proves the person together with something only the phone got. */
export const PersonFields = ({ login, onLogin, born, onBorn, errorOf, children }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <>
      <TextField
        name="login"
        label={text('login')}
        hint={text('login-hint')}
        error={errorOf('login')}
        width="medium"
        inputMode="numeric"
        autoComplete="username"
        value={login}
        onChange={onLogin}
      />
      {children}
      <DateField
        name="born"
        label={text('born')}
        hint={text('born-hint')}
        error={errorOf('born')}
        labels={{ day: text('day'), month: text('month'), year: text('year') }}
        autoComplete="bday"
        value={born}
        onChange={onBorn}
      />
    </>
  )
}
