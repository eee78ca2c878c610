import type { RolloutDimension } from '@an-sinh/contract'
import { shareOf } from '@an-sinh/domain'
import { type Language, useLanguage } from '@an-sinh/ui'
import { useState } from 'react'
import type { Progress } from './campaign-calls.ts'
import { campaignMessages } from './campaign-messages.ts'
import { ShareBar } from './share-bar.tsx'
import { SortHead } from './sort-head.tsx'

type Group = Progress['groups'][number]
type Column = 'name' | 'employers' | 'notStarted' | 'people' | 'registered' | 'handedIn' | 'approved' | 'signedIn' | 'needsHelp'
const COLUMNS: readonly Column[] = [
  'name',
  'employers',
  'notStarted',
  'people',
  'registered',
  'handedIn',
  'approved',
  'signedIn',
  'needsHelp',
]

const valueOf = ({ figures }: Pick<Group, 'figures'>, column: Exclude<Column, 'name'>): number => {
  if (column === 'notStarted') return figures.noRoster + figures.nobodyRegistered
  if (column === 'registered') return shareOf(figures.registered, figures.people) ?? -1
  return figures[column]
}

type Sort = { readonly column: Column; readonly down: boolean }

const toSorted = (groups: readonly Group[], sort: Sort | null, language: Language): readonly Group[] => {
  if (sort === null) return groups
  const { column, down } = sort
  return groups.toSorted((one, other) => {
    const order =
      column === 'name' ? one.name[language].localeCompare(other.name[language], 'vi') : valueOf(one, column) - valueOf(other, column)
    return down ? -order : order
  })
}

type Props = {
  readonly by: RolloutDimension
  readonly progress: Progress
  readonly target: number | null
  readonly onChoose: (group: Group) => void
}

/** One line a group, and all of them together; a press on a column's head sorts by it. */
export const GroupTable = ({ by, progress, target, onChoose }: Props) => {
  const say = campaignMessages.useSay()
  const { language } = useLanguage()
  const [sort, setSort] = useState<Sort | null>(null)
  const groups = toSorted(progress.groups, sort, language)
  const figures = (group: Pick<Group, 'figures'>) =>
    COLUMNS.slice(1).map((column) => (
      <td key={column}>
        {column === 'registered' ? (
          <>
            {group.figures.registered.toLocaleString('vi-VN')} ·{' '}
            <ShareBar part={group.figures.registered} whole={group.figures.people} target={target} />
          </>
        ) : column === 'name' ? null : (
          valueOf(group, column).toLocaleString('vi-VN')
        )}
      </td>
    ))
  return (
    <div className="table-scroll">
      <table className="plain-table figure-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <SortHead
                key={column}
                label={say(column === 'name' ? `by-${by}` : column)}
                sorted={sort?.column === column ? (sort.down ? 'down' : 'up') : null}
                onSort={() => setSort((before) => ({ column, down: before?.column === column ? !before.down : column !== 'name' }))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.key}>
              <th scope="row">
                <button type="button" className="link-button" onClick={() => onChoose(group)}>
                  {group.name[language]}
                </button>
              </th>
              {figures(group)}
            </tr>
          ))}
          <tr>
            <th scope="row">
              <strong>{say('all')}</strong>
            </th>
            {figures({ figures: progress.total })}
          </tr>
        </tbody>
      </table>
    </div>
  )
}
