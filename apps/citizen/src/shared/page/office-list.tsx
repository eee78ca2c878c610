import { Button, type Choice, ChoiceField, rankOptions, TextField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { type OfficeRow, useOffices } from '../api/use-places.ts'
import { Loaded } from './loaded.tsx'
import { useOfficeHours } from './office-facts.tsx'
import { TEXTS } from './texts.ts'

const SHOWN_FIRST = 4

type Props = {
  readonly provinceCode: string | null
  readonly wardCode: string | null
  readonly error?: string | undefined
  readonly officeId: number | null
  readonly onChange: (office: OfficeRow) => void
}

const useChoice = (): ((office: OfficeRow) => Choice<string>) => {
  const text = useTexts(TEXTS)
  const hoursOf = useOfficeHours()
  return (office) => {
    const km = office.distanceKm === null ? null : text('office-distance', { km: Math.max(1, Math.round(office.distanceKm)) })
    const code = office.codeProvisional ? text('office-code-provisional', { code: office.code }) : office.code
    const lines = [
      office.servesWard ? text('office-serves') : km,
      office.address,
      hoursOf(office),
      office.phone === null ? null : `${text('phone')}: ${office.phone}`,
      `${text('office-code')}: ${code}`,
    ]
    const hint = lines.filter((line) => line !== null && line !== '').map((line) => <span key={line}>{line}</span>)
    return { value: String(office.officeId), label: office.name, hint: <span className="lines">{hint}</span> }
  }
}

/** The chosen office stays in view whatever is searched for. */
const pick = (offices: readonly OfficeRow[], typed: string, officeId: number | null, all: boolean): readonly OfficeRow[] => {
  const options = offices.map((office) => ({ value: String(office.officeId), label: `${office.name} ${office.address}` }))
  const found = rankOptions(options, typed).map(({ value }) => value)
  const matching = found.flatMap((value) => offices.filter((office) => String(office.officeId) === value))
  const shown = all || typed.trim() !== '' ? matching : matching.slice(0, SHOWN_FIRST)
  const chosen = offices.find((office) => office.officeId === officeId)
  return chosen === undefined || shown.includes(chosen) ? shown : [chosen, ...shown]
}

const Offices = ({
  offices,
  error,
  officeId,
  onChange,
}: Pick<Props, 'error' | 'officeId' | 'onChange'> & { readonly offices: readonly OfficeRow[] }): ReactNode => {
  const text = useTexts(TEXTS)
  const toChoice = useChoice()
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  const shown = pick(offices, typed, officeId, all)
  if (offices.length === 0) return <p>{text('offices-none')}</p>
  return (
    <>
      {offices.length > SHOWN_FIRST ? (
        <TextField
          name="officeFind"
          label={text('office-find')}
          hint={text('office-find-hint')}
          autoComplete="off"
          value={typed}
          onChange={setTyped}
        />
      ) : null}
      <ChoiceField
        name="office"
        label={text('offices')}
        error={error}
        choices={shown.map(toChoice)}
        value={officeId === null ? null : String(officeId)}
        onChange={(value) => {
          const office = offices.find((candidate) => String(candidate.officeId) === value)
          if (office !== undefined) onChange(office)
        }}
      />
      {shown.length === 0 ? <p>{text('offices-not-found')}</p> : null}
      {!all && typed.trim() === '' && offices.length > shown.length ? (
        <Button kind="second" onClick={() => setAll(true)}>
          {text('offices-more', { count: offices.length - shown.length })}
        </Button>
      ) : null}
    </>
  )
}

/** Offices of a place, best first, with what is needed to choose one: address, hours, phone, distance. */
export const OfficeList = ({ provinceCode, wardCode, ...rest }: Props): ReactNode => {
  const query = useOffices(provinceCode, wardCode)
  if (provinceCode === null) return null
  return <Loaded query={query}>{(offices) => <Offices key={provinceCode} offices={offices} {...rest} />}</Loaded>
}
