import { CommandButton, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { formatClockTime } from '../shared/format-instant.ts'
import { serverNow } from '../shared/server-clock.ts'
import { readNotedTime } from './noted-time.ts'
import { outageMessages } from './outage-messages.ts'
import { addEntry } from './outage-store.ts'

/** Time and code of one paper; the cursor goes back to the code, so that a scanner goes on by itself. Works without the network. */
export const EntryForm = () => {
  const say = outageMessages.useSay()
  const box = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const [time, setTime] = useState(() => formatClockTime(new Date(serverNow()).toISOString()))
  const [asked, setAsked] = useState(false)
  useEffect(() => box.current?.focus(), [])
  const receivedAt = readNotedTime(time, serverNow())
  const add = (event: SyntheticEvent): void => {
    event.preventDefault()
    const typed = (box.current?.value ?? code).trim()
    setAsked(true)
    if (typed === '' || receivedAt === null) return
    addEntry(typed, receivedAt)
    setCode('')
    setAsked(false)
    box.current?.focus()
  }
  return (
    <form onSubmit={add} noValidate className="row outage-form">
      <TextField
        name="time"
        label={say('time')}
        hint={say('timeHint')}
        width="short"
        autoComplete="off"
        value={time}
        onChange={setTime}
        error={asked && receivedAt === null ? say('timeWrong') : undefined}
      />
      <TextField
        name="code"
        label={say('code')}
        hint={say('codeHint')}
        width="medium"
        autoComplete="off"
        maxLength={300}
        inputRef={box}
        value={code}
        onChange={setCode}
        error={asked && code.trim() === '' ? say('codeMissing') : undefined}
      />
      <CommandButton type="submit" icon="check">
        {say('add')}
      </CommandButton>
    </form>
  )
}
