import type { RequestCase } from '@an-sinh/contract'
import { CORRECTABLE_FIELDS, readCorrectedValue } from '@an-sinh/domain'
import { Tag, useLanguage } from '@an-sinh/ui'
import { requestMessages } from './request-messages.ts'

export type Values = Readonly<Record<string, string>>
type Props = {
  readonly shown: RequestCase
  readonly values: Values
  readonly wrong: readonly string[]
  readonly locked: boolean
  readonly onChange: (values: Values) => void
}

const TODAY_FAR = '2999-12-31'

/** What would be kept, said while typing; the server says it again. */
const Kept = ({ kind, field, typed }: { readonly kind: RequestCase['kind']; readonly field: string; readonly typed: string }) => {
  const say = requestMessages.useSay()
  if (typed.trim() === '') return null
  const read = readCorrectedValue(kind, field, typed, TODAY_FAR)
  if (!read.ok) return <Tag tone="bad">{say('unreadable')}</Tag>
  return <span className="small block">{read.value === null ? say('willEmpty') : say('willKeep', { value: read.value })}</span>
}

type CellProps = Props & { readonly row: RequestCase['fields'][number] }

/** What will be written: a field, a tick for the new portrait, or nothing where it is not the office's to write. */
const WriteCell = ({ shown, row: { field, label, wanted }, values, wrong, locked, onChange }: CellProps) => {
  const say = requestMessages.useSay()
  const { language } = useLanguage()
  if (CORRECTABLE_FIELDS[shown.kind][field] === undefined || shown.now === null) return <span className="small">{say('notOurs')}</span>
  if (field === 'portrait')
    return (
      <label className="choice-inline">
        <input
          type="checkbox"
          checked={values[field] === 'new'}
          disabled={locked || wanted === null}
          onChange={(event) => onChange({ ...values, [field]: event.target.checked ? 'new' : '' })}
        />
        {say('takePortrait')}
      </label>
    )
  return (
    <>
      <input
        className="cell-input"
        name={`write-${field}`}
        aria-label={say('writeField', { field: label[language] })}
        aria-invalid={wrong.includes(field) ? true : undefined}
        value={values[field] ?? ''}
        disabled={locked}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange({ ...values, [field]: event.target.value })}
      />
      <Kept kind={shown.kind} field={field} typed={values[field] ?? ''} />
    </>
  )
}

/** Cell by cell: as the person saw it, as it is now, as it is wanted, and what will be written. */
export const FieldTable = ({ shown, values, wrong, locked, onChange }: Props) => {
  const say = requestMessages.useSay()
  const { language } = useLanguage()
  return (
    <table className="comparison request-fields">
      <thead>
        <tr>
          <th scope="col">{say('field')}</th>
          <th scope="col">{say('before')}</th>
          <th scope="col">{say('wanted')}</th>
          <th scope="col">{say('write')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.fields.map((row) => {
          const { field, label, shown: then, now, wanted } = row
          return (
            <tr key={field} className={wanted === null ? undefined : 'severity-warn'}>
              <th scope="row">{label[language]}</th>
              <td data-label={say('before')}>
                {then[language]}
                {now === null || now[language] === then[language] ? null : (
                  <span className="small block">{say('nowIs', { value: now[language] })}</span>
                )}
              </td>
              <td data-label={say('wanted')}>{field === 'portrait' && wanted !== null ? say('newPortrait') : (wanted ?? '')}</td>
              <td data-label={say('write')}>
                <WriteCell shown={shown} row={row} values={values} wrong={wrong} locked={locked} onChange={onChange} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
