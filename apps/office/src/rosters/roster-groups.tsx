import type { RosterGroup, RosterImport } from '@an-sinh/contract'
import { ROSTER_COLUMNS } from '@an-sinh/domain'
import { useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { rosterMessages, useCellText } from './roster-messages.ts'
import { listExamples, listMissing } from './roster-requests.ts'

type Group = RosterGroup | 'missing'
const GROUPS: readonly Group[] = ['new', 'moved', 'known', 'elsewhere', 'close-match', 'rejected', 'id-expiring', 'missing']

type Props = {
  readonly shown: RosterImport
  readonly groups: NonNullable<RosterImport['groups']>
  readonly included: ReadonlySet<number>
  readonly onInclude: (rows: ReadonlySet<number>) => void
}
type Cells = { readonly rowNo: number; readonly cells: readonly (string | null)[] }

const toggled = (rows: ReadonlySet<number>, rowNo: number): ReadonlySet<number> => {
  const next = new Set(rows)
  if (!next.delete(rowNo)) next.add(rowNo)
  return next
}

const ExampleTable = ({
  rows,
  group,
  included,
  onInclude,
}: Pick<Props, 'included' | 'onInclude'> & { rows: readonly Cells[]; group: Group }) => {
  const say = rosterMessages.useSay()
  const { language } = useLanguage()
  const textOf = useCellText()
  const filled = ROSTER_COLUMNS.map((column, at) => ({ column, at })).filter(({ at }) =>
    rows.some(({ cells }) => (cells[at] ?? null) !== null),
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by the keyboard too
    <section className="table-scroll" tabIndex={0} aria-label={say(`group-${group}`)}>
      <table className="plain-table">
        <thead>
          <tr>
            {group === 'elsewhere' ? <th scope="col">{say('include')}</th> : null}
            <th scope="col">{say('row')}</th>
            {filled.map(({ column }) => (
              <th key={column.name} scope="col">
                {column.title[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ rowNo, cells }) => (
            <tr key={rowNo}>
              {group === 'elsewhere' ? (
                <td>
                  <input
                    type="checkbox"
                    className="roster-tick"
                    aria-label={say('includeRow', { row: rowNo, name: cells[0] ?? '' })}
                    checked={included.has(rowNo)}
                    onChange={() => onInclude(toggled(included, rowNo))}
                  />
                </td>
              ) : null}
              <th scope="row">{rowNo}</th>
              {filled.map(({ column, at }) => (
                <td key={column.name}>{textOf(column.name, cells[at] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Missing = ({ importId }: { readonly importId: string }) => {
  const say = rosterMessages.useSay()
  const common = sharedMessages.useSay()
  const found = useQuery({ queryKey: ['roster-file', importId, 'missing'], queryFn: () => listMissing(importId) })
  if (found.error !== null) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Waiting label={common('loading')} />
  return (
    <ul aria-label={say('group-missing')}>
      {found.data.lines.map(({ entryId, fullName, department }) => (
        <li key={entryId}>{department === '' ? fullName : `${fullName} – ${department}`}</li>
      ))}
    </ul>
  )
}

const Examples = ({ shown, groups, group, ...ticking }: Props & { readonly group: RosterGroup }) => {
  const say = rosterMessages.useSay()
  const common = sharedMessages.useSay()
  const found = useQuery({
    queryKey: ['roster-file', shown.importId, 'examples', group, shown.previewedAt],
    queryFn: () => listExamples(shown.importId, group),
    enabled: groups[group] > 0,
  })
  if (groups[group] === 0) return <p className="empty">{say('noRows')}</p>
  if (found.error !== null) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Waiting label={common('loading')} />
  if (found.data.rows.length === 0) return <p className="empty">{say('examplesGone')}</p>
  return (
    <>
      <p className="small">{say('examples', { shown: found.data.rows.length, count: groups[group].toLocaleString('vi-VN') })}</p>
      <ExampleTable rows={found.data.rows} group={group} {...ticking} />
    </>
  )
}

/** The preview: each group with its count, what it means, and its first rows. */
export const RosterGroups = (props: Props) => {
  const say = rosterMessages.useSay()
  const { groups, shown } = props
  const [group, setGroup] = useState<Group>(GROUPS.find((name) => groups[name] > 0) ?? 'new')
  return (
    <section className="roster-part" aria-labelledby="roster-groups">
      <h2 id="roster-groups">{say('groups')}</h2>
      <Tabs selectedKey={group} onSelectionChange={(key) => setGroup(key as Group)} keyboardActivation="manual">
        <TabList aria-label={say('groups')} className="tabs">
          {GROUPS.map((name) => (
            <Tab key={name} id={name} className="tab">
              {say(`group-${name}`)}
              <span className="count">{groups[name].toLocaleString('vi-VN')}</span>
            </Tab>
          ))}
        </TabList>
        <TabPanel key={group} id={group} className="tab-panel">
          <p>{say(`group-${group}-hint`)}</p>
          {group === 'missing' ? (
            groups.missing === 0 ? (
              <p className="empty">{say('noRows')}</p>
            ) : (
              <Missing importId={shown.importId} />
            )
          ) : (
            <Examples {...props} group={group} />
          )}
        </TabPanel>
      </Tabs>
    </section>
  )
}
