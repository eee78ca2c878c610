import type { Paper } from '@an-sinh/contract'
import { CommandButton, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { paperMessages } from './paper-messages.ts'
import { filePaper } from './paper-requests.ts'

/** Papers go into one box one after the other: the box stays, the number goes up by one. In memory only. */
let last = { archiveBox: '', archiveNumber: '' }

const after = (number: string): string => (/^\d+$/u.test(number) ? String(Number(number) + 1).padStart(number.length, '0') : '')

type Props = { readonly registrationId: string; readonly paper: Paper; readonly onFiled: (paper: Paper) => void }

/** Box and number of the signed form. */
export const PlaceForm = ({ registrationId, paper, onFiled }: Props) => {
  const say = paperMessages.useSay()
  const [archiveBox, setBox] = useState(last.archiveBox)
  const [archiveNumber, setNumber] = useState(() => after(last.archiveNumber))
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault()
    if (waiting) return
    setWaiting(true)
    setProblem(null)
    try {
      onFiled(await filePaper(registrationId, { archiveBox, archiveNumber }))
      last = { archiveBox, archiveNumber }
    } catch (error) {
      setProblem(error)
    } finally {
      setWaiting(false)
    }
  }
  const { place } = paper
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <p>
        {place === null
          ? say('notFiled')
          : say('filed', { box: place.archiveBox, number: place.archiveNumber, name: place.staffName, time: formatInstant(place.filedAt) })}
      </p>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <div className="row">
        <TextField
          name="archiveBox"
          label={say('box')}
          width="medium"
          maxLength={40}
          autoComplete="off"
          value={archiveBox}
          onChange={setBox}
        />
        <TextField
          name="archiveNumber"
          label={say('number')}
          width="medium"
          maxLength={40}
          autoComplete="off"
          value={archiveNumber}
          onChange={setNumber}
        />
        <CommandButton type="submit" kind="main" busy={waiting}>
          {say('file')}
        </CommandButton>
      </div>
    </form>
  )
}
