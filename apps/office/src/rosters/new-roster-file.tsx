import type { RosterImport } from '@an-sinh/contract'
import { ChoiceField, CommandButton, ErrorSummary, Field, type FieldError } from '@an-sinh/ui'
import { useMutation } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { FileBox } from '../shared/file-box.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { rosterMessages } from './roster-messages.ts'
import { formatOf, sendRoster } from './roster-requests.ts'

const MOST_BYTES = 50_000_000
type Covers = 'whole' | 'part'

/** A list and what it holds: everybody, or some lines. */
export const NewRosterFile = ({ onSent }: { readonly onSent: (sent: RosterImport) => void }) => {
  const say = rosterMessages.useSay()
  const [file, setFile] = useState<File | null>(null)
  const [covers, setCovers] = useState<Covers>('whole')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [attempt, setAttempt] = useState(0)
  const [share, setShare] = useState(0)
  const sending = useMutation({ mutationFn: (sent: File) => sendRoster({ file: sent, covers }, setShare), onSuccess: onSent })
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (sending.isPending) return
    const sentence =
      file === null
        ? say('fileMissing')
        : formatOf(file.name) === null
          ? say('fileFormat')
          : file.size > MOST_BYTES
            ? say('fileTooLarge')
            : null
    setErrors(sentence === null ? [] : [{ field: 'file', sentence }])
    setAttempt(attempt + 1)
    if (file !== null && sentence === null) sending.mutate(file)
  }
  const progress = say('sending', { percent: Math.round(share * 100) })
  return (
    <form noValidate onSubmit={onSubmit} className="import-form">
      <h2>{say('newFile')}</h2>
      <p>{say('newFileText')}</p>
      <ErrorSummary title={say('newFile')} errors={errors} attempt={attempt} />
      <Field name="file" label={say('file')} hint={say('fileHint')} error={errors[0]?.sentence}>
        <FileBox name="file" accept=".csv,.txt,.tsv,.xlsx" file={file} onFile={setFile} />
      </Field>
      <ChoiceField<Covers>
        name="covers"
        label={say('covers')}
        value={covers}
        onChange={setCovers}
        choices={[
          { value: 'whole', label: say('covers-whole'), hint: say('covers-whole-hint') },
          { value: 'part', label: say('covers-part'), hint: say('covers-part-hint') },
        ]}
      />
      <CommandButton kind="main" type="submit" busy={sending.isPending}>
        {say('send')}
      </CommandButton>
      {sending.isPending ? (
        <p aria-live="polite">
          <progress aria-label={progress} max={1} value={share} /> {progress}
        </p>
      ) : null}
      {sending.error === null ? null : <ProblemNotice error={sending.error} />}
    </form>
  )
}
