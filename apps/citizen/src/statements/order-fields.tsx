import { STATEMENT_KIND_RULES, type StatementKind, type StatementRefusalCode } from '@an-sinh/domain'
import { ChoiceField, Field, fieldId, TickField, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { FIELD_OF, listTicks, type NumberChoice, type OrderDraft } from './order.ts'
import { TEXTS } from './texts.ts'

type Props = {
  readonly kind: StatementKind
  readonly years: readonly number[]
  readonly draft: OrderDraft
  readonly missing: readonly StatementRefusalCode[]
  readonly onChange: (change: Partial<OrderDraft>) => void
}

const NUMBERS: readonly NumberChoice[] = ['none', 'masked', 'full']

const YearField = ({
  years,
  draft,
  onChange,
  error,
}: Pick<Props, 'years' | 'draft' | 'onChange'> & { readonly error: string | undefined }) => {
  const text = useTexts(TEXTS)
  return (
    <Field name="year" label={text('year')} error={error}>
      <select
        className="box box-short"
        id={fieldId('year')}
        name="year"
        value={draft.year === null ? '' : String(draft.year)}
        onChange={(event) => onChange({ year: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) })}
      >
        <option value="">{text('year-choose')}</option>
        {years.map((year) => (
          <option key={year} value={String(year)}>
            {String(year)}
          </option>
        ))}
      </select>
    </Field>
  )
}

const Ticks = ({ kind, draft, onChange, error }: Pick<Props, 'kind' | 'draft' | 'onChange'> & { readonly error: string | undefined }) => {
  const text = useTexts(TEXTS)
  return listTicks(kind).map((field, at) => (
    <TickField
      key={field}
      name={at === 0 ? 'content' : `tick-${field}`}
      label={text(`field-${field}`)}
      error={at === 0 ? error : undefined}
      checked={draft.ticked.includes(field)}
      onChange={(checked) => onChange({ ticked: [...draft.ticked.filter((one) => one !== field), ...(checked ? [field] : [])] })}
    />
  ))
}

/** What the paper says or shares, of which year, and how long it counts. Nothing is ticked for the person. */
export const OrderFields = ({ kind, years, draft, missing, onChange }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const errorOf = (field: string): string | undefined => {
    const code = missing.find((one) => FIELD_OF[one] === field)
    return code === undefined ? undefined : text(code)
  }
  const { validDays } = STATEMENT_KIND_RULES[kind]
  return (
    <>
      {kind === 'yearly-notice' ? <YearField years={years} draft={draft} onChange={onChange} error={errorOf('year')} /> : null}
      <h2>{text(kind === 'confirmation' ? 'content-title' : 'share-title')}</h2>
      <p>{text(kind === 'confirmation' ? 'content-text' : 'share-text')}</p>
      <Ticks kind={kind} draft={draft} onChange={onChange} error={errorOf('content')} />
      {kind === 'confirmation' ? (
        <ChoiceField
          name="number"
          label={text('number')}
          choices={NUMBERS.map((value) => ({ value, label: text(`number-${value}`) }))}
          value={draft.number}
          onChange={(number) => onChange({ number })}
        />
      ) : null}
      {validDays.length === 0 ? null : (
        <ChoiceField
          name="validity"
          label={text('validity')}
          hint={text('validity-hint')}
          error={errorOf('validity')}
          choices={validDays.map((days) => ({ value: String(days), label: text('days', { days }) }))}
          value={draft.validDays === null ? null : String(draft.validDays)}
          onChange={(days) => onChange({ validDays: Number(days) })}
        />
      )}
    </>
  )
}
