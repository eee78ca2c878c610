import { CommandButton, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { paperMessages } from './paper-messages.ts'
import { findPapers, type FoundPapers } from './paper-requests.ts'

/** From a box on the shelf to the registration. */
export const PaperSearch = ({ onOpen }: { readonly onOpen: (registrationId: string) => void }) => {
  const say = paperMessages.useSay()
  const [archiveBox, setBox] = useState('')
  const [archiveNumber, setNumber] = useState('')
  const [found, setFound] = useState<FoundPapers | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const find = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault()
    setProblem(null)
    try {
      setFound(await findPapers({ archiveBox, archiveNumber: archiveNumber.trim() === '' ? null : archiveNumber }))
    } catch (error) {
      setFound(null)
      setProblem(error)
    }
  }
  return (
    <details>
      <summary>{say('searchTitle')}</summary>
      <form className="waiting-form" onSubmit={(event) => void find(event)} noValidate>
        <TextField
          name="searchBox"
          label={say('box')}
          width="medium"
          maxLength={40}
          autoComplete="off"
          value={archiveBox}
          onChange={setBox}
        />
        <TextField
          name="searchNumber"
          label={say('number')}
          width="medium"
          maxLength={40}
          autoComplete="off"
          value={archiveNumber}
          onChange={setNumber}
        />
        <CommandButton type="submit">{say('search')}</CommandButton>
      </form>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {found === null ? null : found.items.length === 0 ? <p>{say('noneFound')}</p> : null}
      <ul className="waiting-list">
        {(found?.items ?? []).map((item) => (
          <li key={item.registrationId}>
            <CommandButton onPress={() => onOpen(item.registrationId)}>{item.fullName}</CommandButton>
            <span>
              {item.fileNumber} · {item.archiveBox} / {item.archiveNumber}
            </span>
          </li>
        ))}
      </ul>
      {found?.more === true ? <p>{say('more')}</p> : null}
    </details>
  )
}
