import type { RosterLine } from '@an-sinh/contract'
import {
  civilDateIn,
  formatDateVi,
  IMPORT_FAULTS,
  readRosterLine,
  ROSTER_COLUMNS,
  ROSTER_LINE_FIELDS,
  type RosterLineField,
} from '@an-sinh/domain'
import { CommandButton, ErrorSummary, type FieldError, TextField, useLanguage } from '@an-sinh/ui'
import { useMutation } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { rosterMessages } from './roster-messages.ts'
import { addLine, changeLine, type TypedLine, type WrittenLine } from './roster-requests.ts'

type Props = { readonly line: RosterLine | null; readonly onClose: () => void; readonly onWritten: (written: WrittenLine) => void }

const EMPTY = Object.fromEntries(ROSTER_LINE_FIELDS.map((field) => [field, ''])) as TypedLine
const shown = (value: string | null): string => (value !== null && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? formatDateVi(value) : (value ?? ''))

/** A line as it would be typed. */
const typedOf = (line: RosterLine, sexWord: string): TypedLine => ({
  ...(Object.fromEntries(ROSTER_LINE_FIELDS.map((field) => [field, shown(line[field])])) as TypedLine),
  sex: sexWord,
})

const DIGITS: ReadonlySet<RosterLineField> = new Set(['nationalId', 'insuranceNumber'])

type BoxesProps = { readonly typed: TypedLine; readonly errors: readonly FieldError[]; readonly onChange: (typed: TypedLine) => void }

const Boxes = ({ typed, errors, onChange }: BoxesProps) => {
  const { language } = useLanguage()
  return (
    <div className="roster-fields">
      {ROSTER_LINE_FIELDS.map((field) => {
        const column = ROSTER_COLUMNS.find(({ name }) => name === field)
        return (
          <TextField
            key={field}
            name={field}
            label={column?.title[language] ?? field}
            hint={column?.note[language]}
            value={typed[field]}
            error={errors.find((error) => error.field === field)?.sentence}
            inputMode={DIGITS.has(field) ? 'numeric' : 'text'}
            autoComplete="off"
            onChange={(value) => onChange({ ...typed, [field]: value })}
          />
        )
      })}
    </div>
  )
}

/** One person's line, typed. What a file's cell may be, a field may be; the same rules read both, here and on the server. */
export const LineDialog = ({ line, onClose, onWritten }: Props) => {
  const say = rosterMessages.useSay()
  const { language } = useLanguage()
  const [typed, setTyped] = useState<TypedLine>(line === null ? EMPTY : typedOf(line, line.sex === null ? '' : say(`sex-${line.sex}`)))
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [attempt, setAttempt] = useState(0)
  const write = useMutation({
    mutationFn: (body: TypedLine) => (line === null ? addLine(body) : changeLine(line.entryId, body)),
    onSuccess: onWritten,
  })
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (write.isPending) return
    const read = readRosterLine(typed, { kind: line?.kind ?? 'pupil', today: civilDateIn(Date.now()) })
    const found = read.ok
      ? []
      : read.faults.map(({ field, code }) => ({
          field,
          sentence: `${ROSTER_COLUMNS.find(({ name }) => name === field)?.title[language] ?? field}: ${IMPORT_FAULTS[code].says[language]} ${IMPORT_FAULTS[code].fix[language]}`,
        }))
    setErrors(found)
    setAttempt(attempt + 1)
    if (found.length === 0) write.mutate(typed)
  }
  return (
    <Dialog
      wide
      title={line === null ? say('addTitle') : say('changeTitle', { name: line.fullName })}
      onClose={onClose}
      firstField="fullName"
    >
      <form noValidate onSubmit={onSubmit}>
        <ErrorSummary title={say('lineWrong')} errors={errors} attempt={attempt} />
        {write.error === null ? null : <ProblemNotice error={write.error} />}
        {line === null ? <p>{say('addHint')}</p> : null}
        <Boxes typed={typed} errors={errors} onChange={setTyped} />
        <div className="row">
          <CommandButton kind="main" type="submit" busy={write.isPending}>
            {say('save')}
          </CommandButton>
          <CommandButton onPress={onClose}>{say('cancel')}</CommandButton>
        </div>
      </form>
    </Dialog>
  )
}
