import type { DependantCase } from '@an-sinh/contract'
import { useLanguage } from '@an-sinh/ui'
import { formatCivilDate } from '../shared/format-instant.ts'
import { dependantMessages } from './dependant-messages.ts'

type Candidate = DependantCase['candidates'][number]
type Props = { readonly shown: DependantCase; readonly child: Candidate | null }

/** Declared beside the child of the register that was chosen. */
export const DeclaredTable = ({ shown, child }: Props) => {
  const say = dependantMessages.useSay()
  const { language } = useLanguage()
  const none = say('none')
  const rows = [
    ['fullName', shown.childName, child?.fullName],
    ['bornOn', formatCivilDate(shown.bornOn), child === null ? undefined : formatCivilDate(child.bornOn)],
    ['insuranceNumber', shown.insuranceNumber, child?.insuranceNumber],
    ['nationalId', shown.nationalId, child?.nationalId],
    ['relation', shown.relationWord[language], undefined],
    ['householdRelation', undefined, child?.householdRelation?.[language]],
    ['address', undefined, child?.address],
  ] as const
  return (
    <table className="comparison">
      <thead>
        <tr>
          <th scope="col">{say('child')}</th>
          <th scope="col">{say('declared')}</th>
          <th scope="col">{say('registered')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([field, declared, registered]) => (
          <tr key={field}>
            <th scope="row">{say(field)}</th>
            <td data-label={say('declared')}>{declared ?? none}</td>
            <td data-label={say('registered')}>{registered ?? none}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
