import { useLanguage } from '@an-sinh/ui'
import { sharedMessages } from './shared-messages.ts'

type Fault = {
  readonly rowNo: number
  readonly column: string | null
  readonly code: string
  readonly value: string | null
  readonly says: { readonly vi: string; readonly en: string }
  readonly fix: { readonly vi: string; readonly en: string }
}
type Props = {
  readonly label: string
  readonly faults: readonly Fault[]
  readonly titleOf: (column: string) => string
  readonly textOf: (column: string, value: string | null) => string
  readonly wide?: boolean
}

/** What is wrong in a file: row, column, value, why, what to do. */
export const FaultTable = ({ label, faults, titleOf, textOf, wide = false }: Props) => {
  const say = sharedMessages.useSay()
  const { language } = useLanguage()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by the keyboard too
    <section className="table-scroll" tabIndex={0} aria-label={label}>
      <table className={wide ? 'plain-table roster-wide' : 'plain-table'}>
        <thead>
          <tr>
            {(['row', 'column', 'value', 'says', 'fix'] as const).map((name) => (
              <th key={name} scope="col">
                {say(`fault-${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {faults.map((fault) => (
            <tr key={`${fault.rowNo} ${fault.column ?? ''} ${fault.code}`}>
              <th scope="row">{fault.rowNo}</th>
              <td>{fault.column === null ? say('fault-whole-row') : titleOf(fault.column)}</td>
              <td>{textOf(fault.column ?? '', fault.value)}</td>
              <td>{fault.says[language]}</td>
              <td>{fault.fix[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
