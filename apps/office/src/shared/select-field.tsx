type Props = {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onChange: (value: string) => void
}

/** One of a short list. */
export const SelectField = ({ name, label, value, options, onChange }: Props) => (
  <div className="field">
    <label className="field-label" htmlFor={name}>
      {label}
    </label>
    <select id={name} name={name} className="box box-full" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </select>
  </div>
)
