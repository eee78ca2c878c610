import type { ImportAnswer } from '@an-sinh/contract'
import { CommandButton, ErrorSummary, Field, type FieldError, fieldId, TextField, useLanguage } from '@an-sinh/ui'
import { useMutation } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { FileBox } from '../shared/file-box.tsx'
import { problemCode } from '../shared/api-problem.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { importMessages } from './import-messages.ts'
import type { ImportKindAnswer } from './import-requests.ts'
import { KindFacts } from './kind-facts.tsx'
import { formatOf, sendFile } from './send-file.ts'

const MOST_BYTES = 209_715_200

type Props = { readonly kinds: readonly ImportKindAnswer[]; readonly onSent: (sent: ImportAnswer) => void }
type Say = ReturnType<typeof importMessages.useSay>
type Draft = { readonly kind: ImportKindAnswer | undefined; readonly file: File | null; readonly source: string }

const formatsOf = (kind: ImportKindAnswer): string => kind.formats.map((format) => format.toUpperCase()).join(', ')

const findFaults = ({ kind, file, source }: Draft, say: Say): FieldError[] => {
  const faults: FieldError[] = []
  if (kind === undefined) faults.push({ field: 'kind', sentence: say('kindMissing') })
  const format = file === null ? null : formatOf(file.name)
  if (file === null) faults.push({ field: 'file', sentence: say('fileMissing') })
  else if (kind !== undefined && (format === null || !kind.formats.includes(format)))
    faults.push({ field: 'file', sentence: say('fileFormat', { formats: formatsOf(kind) }) })
  else if (file.size > MOST_BYTES) faults.push({ field: 'file', sentence: say('fileTooLarge') })
  if (source.trim() === '') faults.push({ field: 'source', sentence: say('sourceMissing') })
  return faults
}

/** How much of the file is there; null while nothing is being sent. */
const useSending = (onSent: Props['onSent']) => {
  const [share, setShare] = useState<number | null>(null)
  const sending = useMutation({
    mutationFn: ({ kind, file, source }: Draft) => {
      const format = file === null ? null : formatOf(file.name)
      if (kind === undefined || file === null || format === null) throw new Error('the form lets nothing unfinished through')
      return sendFile({ kind: kind.name, file, format, source: source.trim() }, setShare)
    },
    onSuccess: onSent,
    onSettled: () => setShare(null),
  })
  return { sending, share }
}

const Progress = ({ share }: { readonly share: number | null }) => {
  const say = importMessages.useSay()
  const label = share === null ? say('hashing') : say('sendingFile', { percent: Math.round(share * 100) })
  return (
    <p aria-live="polite">
      <progress aria-label={label} max={1} value={share ?? undefined} /> {label}
    </p>
  )
}

type KindFieldProps = Pick<Props, 'kinds'> & { value: string; onChange: (name: string) => void; error: string | undefined }

const KindField = ({ kinds, value, onChange, error }: KindFieldProps) => {
  const say = importMessages.useSay()
  const { language } = useLanguage()
  return (
    <Field name="kind" label={say('kind')} error={error}>
      <select className="box" id={fieldId('kind')} name="kind" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{say('choose')}</option>
        {kinds.map(({ name, title }) => (
          <option key={name} value={name}>
            {title[language]}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Kind, file, source: then the file travels in pieces and its preview opens. */
export const NewImport = ({ kinds, onSent }: Props) => {
  const say = importMessages.useSay()
  const [kindName, setKindName] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [source, setSource] = useState('')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [attempt, setAttempt] = useState(0)
  const { sending, share } = useSending(onSent)
  const kind = kinds.find(({ name }) => name === kindName)
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.sentence
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (sending.isPending) return
    const faults = findFaults({ kind, file, source }, say)
    setErrors(faults)
    setAttempt(attempt + 1)
    if (faults.length === 0) sending.mutate({ kind, file, source })
  }
  return (
    <form noValidate onSubmit={onSubmit} className="import-form">
      <ErrorSummary title={say('newTitle')} errors={errors} attempt={attempt} />
      <KindField kinds={kinds} value={kindName} onChange={setKindName} error={errorOf('kind')} />
      {kind === undefined ? null : <KindFacts key={kind.name} kind={kind} />}
      <Field name="file" label={say('file')} hint={kind && say('fileHint', { formats: formatsOf(kind) })} error={errorOf('file')}>
        <FileBox
          name="file"
          accept={(kind?.formats ?? ['csv', 'xlsx', 'xml']).map((format) => `.${format}`).join(',')}
          file={file}
          onFile={setFile}
        />
      </Field>
      <TextField
        name="source"
        label={say('source')}
        hint={say('sourceHint')}
        error={errorOf('source')}
        value={source}
        onChange={setSource}
      />
      {sending.error === null ? null : <ProblemNotice error={sending.error} />}
      {problemCode(sending.error) === 'unreachable' ? <p>{say('interrupted')}</p> : null}
      {sending.isPending ? <Progress share={share} /> : null}
      <CommandButton type="submit" kind="main" busy={sending.isPending}>
        {say('send')}
      </CommandButton>
    </form>
  )
}
