import type { ImportAnswer } from '@an-sinh/contract'
import { useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { importMessages } from './import-messages.ts'
import { GROUP_NAMES, type ImportExample, type ImportGroupName, type ImportKindAnswer, listExamples } from './import-requests.ts'

type Shown = { readonly shown: ImportAnswer; readonly kind: ImportKindAnswer | undefined }

const ExampleTable = ({ rows, kind }: { readonly rows: readonly ImportExample[]; readonly kind: ImportKindAnswer | undefined }) => {
  const say = importMessages.useSay()
  const { language } = useLanguage()
  // Columns that no shown row fills only push the others out of sight.
  const filled = (kind?.columns ?? [])
    .map((column, at) => ({ column, at }))
    .filter(({ at }) => rows.some(({ cells }) => (cells[at] ?? null) !== null))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by the keyboard too
    <section className="table-scroll" tabIndex={0} aria-label={say('groupsLabel')}>
      <table className="plain-table">
        <thead>
          <tr>
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
              <th scope="row">{rowNo}</th>
              {filled.map(({ column, at }) => (
                <td key={column.name}>{cells[at] ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Examples = ({ shown, kind, group }: Shown & { readonly group: ImportGroupName }) => {
  const say = importMessages.useSay()
  const common = sharedMessages.useSay()
  const count = shown.groupCounts[group]
  const found = useQuery({
    queryKey: ['import', shown.importId, 'examples', group, shown.previewedAt],
    queryFn: () => listExamples(shown.importId, group),
    enabled: count > 0,
  })
  return (
    <>
      <p>{say(`group-${group}-hint`)}</p>
      {count === 0 ? <p className="empty">{say('noRows')}</p> : null}
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isLoading ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : found.data.length === 0 ? (
        <p className="empty">{say('examplesGone')}</p>
      ) : (
        <>
          <p className="small">{say('examples', { shown: found.data.length, count: count.toLocaleString('vi-VN') })}</p>
          <ExampleTable rows={found.data} kind={kind} />
        </>
      )}
    </>
  )
}

/** The shares of the groups at a glance; the figures stand in the tabs. */
const GroupBar = ({ shown }: Pick<Shown, 'shown'>) => (
  <div className="group-bar" aria-hidden="true">
    {GROUP_NAMES.filter((group) => shown.groupCounts[group] > 0).map((group) => (
      <span key={group} className={`group-${group}`} style={{ flexGrow: shown.groupCounts[group] }} />
    ))}
  </div>
)

/** The preview: rows in groups with exact counts and the first twenty of each. */
export const ImportGroups = ({ shown, kind }: Shown) => {
  const say = importMessages.useSay()
  const first = GROUP_NAMES.find((group) => shown.groupCounts[group] > 0) ?? 'new'
  const [group, setGroup] = useState<ImportGroupName>(first)
  return (
    <>
      <GroupBar shown={shown} />
      <Tabs selectedKey={group} onSelectionChange={(key) => setGroup(key as ImportGroupName)} keyboardActivation="manual">
        <TabList aria-label={say('groupsLabel')} className="tabs">
          {GROUP_NAMES.map((name) => (
            <Tab key={name} id={name} className="tab">
              {say(`group-${name}`)}
              <span className="count">{shown.groupCounts[name].toLocaleString('vi-VN')}</span>
            </Tab>
          ))}
        </TabList>
        <TabPanel key={group} id={group} className="tab-panel">
          <Examples shown={shown} kind={kind} group={group} />
        </TabPanel>
      </Tabs>
    </>
  )
}
