import { Button, TextField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { readFieldErrors } from '../shared/page/read-field-errors.ts'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

type Props = {
  readonly field: string
  readonly usual: string
  readonly label: string
  readonly hint?: string | undefined
  readonly onName: (name: string) => Promise<void>
  /** What is told above the field; nothing for what stands at the field. */
  readonly Trouble: (props: { readonly failure: unknown; readonly again: () => void }) => ReactNode
}

/** A name to recognise a passkey by, for a new one and for one that has a name already. */
export const NameForm = ({ field, usual, label, hint, onName, Trouble }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [name, setName] = useState(usual)
  const save = useAction(async () => onName(name))
  const [atName] = readFieldErrors(save.failure)
  const run = (): void => void (save.busy ? undefined : save.run(undefined))
  return (
    <>
      <Trouble failure={atName === undefined ? save.failure : null} again={run} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          run()
        }}
      >
        <TextField
          name={field}
          label={text('name')}
          hint={hint}
          error={atName?.sentence}
          width="medium"
          autoComplete="off"
          value={name}
          onChange={setName}
        />
        <div className="button-row">
          <Button type="submit" busy={save.busy}>
            {label}
          </Button>
        </div>
      </form>
    </>
  )
}
