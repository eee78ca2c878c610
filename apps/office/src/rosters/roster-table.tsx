import type { RosterLine } from '@an-sinh/contract'
import { formatDateVi } from '@an-sinh/domain'
import { CommandButton } from '@an-sinh/ui'
import { rosterMessages } from './roster-messages.ts'

type Props = {
  readonly lines: readonly RosterLine[]
  readonly onChange: (line: RosterLine) => void
  readonly onEnd: (line: RosterLine) => void
}

const bornText = (bornOn: string): string => (bornOn.length === 4 ? bornOn : formatDateVi(bornOn))

/** One person a row; the commands say whom they are about. */
export const RosterTable = ({ lines, onChange, onEnd }: Props) => {
  const say = rosterMessages.useSay()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by the keyboard too
    <section className="table-scroll" tabIndex={0} aria-label={say('title')}>
      <table className="plain-table">
        <thead>
          <tr>
            {(['fullName', 'bornOn', 'insuranceNumber', 'nationalId', 'department', 'shift', 'commands'] as const).map((name) => (
              <th key={name} scope="col">
                {say(`column-${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.entryId}>
              <th scope="row">
                {line.fullName}
                {line.origins.length === 0 ? null : (
                  <span className="small roster-origin">{say('origin', { names: line.origins.join(', ') })}</span>
                )}
              </th>
              <td>{bornText(line.bornOn)}</td>
              <td>{line.insuranceNumber ?? '–'}</td>
              <td>{line.nationalId ?? '–'}</td>
              <td>{line.department === '' ? '–' : line.department}</td>
              <td>{line.shift === '' ? '–' : line.shift}</td>
              <td className="roster-commands">
                <CommandButton kind="plain" onPress={() => onChange(line)}>
                  {say('change')} <span className="visually-hidden">{line.fullName}</span>
                </CommandButton>
                <CommandButton kind="plain" onPress={() => onEnd(line)}>
                  {say('end')} <span className="visually-hidden">{line.fullName}</span>
                </CommandButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
