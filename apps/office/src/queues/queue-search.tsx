import { CommandButton } from '@an-sinh/ui'
import { type SyntheticEvent, useId, useState } from 'react'
import { queueMessages } from './queue-messages.ts'

/** Search inside the shown queue; sent when asked for, so that no typing method is disturbed. */
export const QueueSearch = ({ q, onSearch }: { readonly q: string; readonly onSearch: (q: string) => void }) => {
  const say = queueMessages.useSay()
  const id = useId()
  const [text, setText] = useState(q)
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    onSearch(text.trim())
  }
  const clear = (): void => {
    setText('')
    onSearch('')
  }
  return (
    <search>
      <form className="queue-search" onSubmit={submit}>
        <label htmlFor={id}>{say('search')}</label>
        <input
          id={id}
          type="search"
          value={text}
          maxLength={100}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.target.value)}
        />
        <CommandButton type="submit">{say('searchButton')}</CommandButton>
        {q === '' ? null : (
          <CommandButton kind="plain" onPress={clear}>
            {say('clear')}
          </CommandButton>
        )}
        <p className="hint" id={`${id}-hint`}>
          {say('searchHint')}
        </p>
      </form>
    </search>
  )
}
