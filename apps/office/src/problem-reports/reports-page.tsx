import type { ProblemReportItem, ReportView } from '@an-sinh/contract'
import { ASKER_KINDS, ASKER_NAMES, type AskerKind, DEPARTMENTS, type Department } from '@an-sinh/domain'
import { CommandButton, Tabs, TextField, useLanguage, Waiting } from '@an-sinh/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { listReports, type Reports } from './report-calls.ts'
import { reportMessages } from './report-messages.ts'
import { ReportTags } from './report-tags.tsx'
import { Satisfaction } from './satisfaction.tsx'

type Props = { readonly onOpen: (reportId: string) => void; readonly onNew: () => void }
const VIEWS = ['open', 'mine', 'late', 'answered', 'asked'] as const satisfies readonly ReportView[]
/** The departments the letter names; a third stands here as soon as something waits for it. */
const FIRST: readonly Department[] = ['collection', 'communication']

const Counts = ({
  counts,
  chosen,
  onChoose,
}: Pick<Reports, 'counts'> & { readonly chosen: Department | null; readonly onChoose: (department: Department | null) => void }) => {
  const say = reportMessages.useSay()
  const { language } = useLanguage()
  const departments = [...FIRST, ...counts.map(({ department }) => department).filter((department) => !FIRST.includes(department))]
  const countOf = (department: Department) => counts.find((one) => one.department === department) ?? { open: 0, late: 0 }
  return (
    <fieldset className="field">
      <legend className="field-label">{say('departments')}</legend>
      <div className="row">
        <CommandButton pressed={chosen === null} onPress={() => onChoose(null)}>
          {say('allDepartments')}
        </CommandButton>
        {departments.map((department) => (
          <CommandButton key={department} pressed={chosen === department} onPress={() => onChoose(department)}>
            {say('departmentCount', { name: DEPARTMENTS[department][language], ...countOf(department) })}
          </CommandButton>
        ))}
      </div>
    </fieldset>
  )
}

const Items = ({ items, onOpen }: { readonly items: readonly ProblemReportItem[]; readonly onOpen: (reportId: string) => void }) => {
  const say = reportMessages.useSay()
  const { language } = useLanguage()
  return (
    <Table aria-label={say('title')} className="queue-table" onRowAction={(key) => onOpen(String(key))}>
      <TableHeader>
        <Column isRowHeader>{say('what')}</Column>
        <Column>{say('asker')}</Column>
        <Column>{say('department')}</Column>
        <Column>{say('filedAt')}</Column>
        <Column>{say('state')}</Column>
        <Column>{say('assignee')}</Column>
      </TableHeader>
      <TableBody
        items={items.map((item) => ({ id: item.reportId, item }))}
        renderEmptyState={() => <p className="empty">{say('empty')}</p>}
      >
        {({ id, item }) => (
          <Row id={id} textValue={item.title}>
            <Cell>
              <span className="name">{item.abusive ? say('hidden') : item.title}</span>
              <span className="small block">
                {item.reportNumber} · {item.category[language]}
              </span>
            </Cell>
            <Cell>
              {ASKER_NAMES[item.askerKind][language]}
              {item.signedIn ? '' : ` (${say('notSignedIn')})`}
              <span className="small block">{[item.asker, item.officeName].filter((part) => part !== '').join(' · ')}</span>
            </Cell>
            <Cell>{DEPARTMENTS[item.department][language]}</Cell>
            <Cell>{formatInstant(item.filedAt)}</Cell>
            <Cell>
              <ReportTags {...item} />
            </Cell>
            <Cell>
              {item.assignee === null ? (
                <span className="small">{say('assigneeNone')}</span>
              ) : item.assignee.mine ? (
                say('me')
              ) : (
                item.assignee.staffName
              )}
            </Cell>
          </Row>
        )}
      </TableBody>
    </Table>
  )
}

/** Whose reports: of everybody, or of one kind of askers. */
const Askers = ({ chosen, onChoose }: { readonly chosen: AskerKind | null; readonly onChoose: (kind: AskerKind | null) => void }) => {
  const say = reportMessages.useSay()
  const { language } = useLanguage()
  return (
    <fieldset className="field">
      <legend className="field-label">{say('askers')}</legend>
      <div className="row">
        <CommandButton pressed={chosen === null} onPress={() => onChoose(null)}>
          {say('allAskers')}
        </CommandButton>
        {ASKER_KINDS.map((kind) => (
          <CommandButton key={kind} pressed={chosen === kind} onPress={() => onChoose(kind)}>
            {ASKER_NAMES[kind][language]}
          </CommandButton>
        ))}
      </div>
    </fieldset>
  )
}

const Search = ({ onSearch }: { readonly onSearch: (q: string) => void }) => {
  const say = reportMessages.useSay()
  const [typed, setTyped] = useState('')
  const search = (event: SyntheticEvent): void => {
    event.preventDefault()
    onSearch(typed)
  }
  return (
    <form className="row campaign-search" onSubmit={search} noValidate>
      <TextField name="q" label={say('search')} maxLength={100} width="medium" value={typed} onChange={setTyped} />
      <CommandButton type="submit">{say('find')}</CommandButton>
    </form>
  )
}

const Pager = ({ page, pages, onPage }: { readonly page: number; readonly pages: number; readonly onPage: (page: number) => void }) => {
  const say = reportMessages.useSay()
  if (pages <= 1) return null
  return (
    <nav className="row" aria-label={say('pages')}>
      {page > 1 ? <CommandButton onPress={() => onPage(page - 1)}>{say('previous')}</CommandButton> : null}
      <p>{say('page', { page, pages })}</p>
      {page < pages ? <CommandButton onPress={() => onPage(page + 1)}>{say('nextPage')}</CommandButton> : null}
    </nav>
  )
}

/** What people met with, by department; the soonest due first, what is late for everybody above to see. */
export const ProblemReportsPage = ({ onOpen, onNew }: Props) => {
  const say = reportMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('title'))
  const [view, setView] = useState<ReportView>('open')
  const [department, setDepartment] = useState<Department | null>(null)
  const [askerKind, setAskerKind] = useState<AskerKind | null>(null)
  const [q, setQ] = useState('')
  const [page, setPage] = useState(1)
  const asked = { view, q, page, ...(department === null ? {} : { department }), ...(askerKind === null ? {} : { askerKind }) }
  const found = useQuery({
    queryKey: ['problem-reports', asked],
    queryFn: ({ signal }) => listReports(asked, signal),
    placeholderData: keepPreviousData,
  })
  const pages = found.data === undefined ? 1 : Math.max(1, Math.ceil(found.data.found / found.data.pageSize))
  /** Whatever else is chosen begins at its first page. */
  const choose = (change: () => void): void => {
    change()
    setPage(1)
  }
  return (
    <main id="main" className="page desk-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p className="quiet">{say('lead')}</p>
      <div className="row desk-new">
        <CommandButton kind="main" onPress={onNew}>
          {say('new')}
        </CommandButton>
      </div>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : (
        <>
          <Counts counts={found.data.counts} chosen={department} onChoose={(next) => choose(() => setDepartment(next))} />
          <Askers chosen={askerKind} onChoose={(next) => choose(() => setAskerKind(next))} />
          <Search onSearch={(next) => choose(() => setQ(next))} />
          <Tabs
            label={say('views')}
            tabs={VIEWS.map((id) => ({ id, label: say(`view-${id}`) }))}
            current={view}
            onChange={(next) => choose(() => setView(next))}
          >
            <Items items={found.data.items} onOpen={onOpen} />
            <Pager page={page} pages={pages} onPage={setPage} />
          </Tabs>
          <Satisfaction />
        </>
      )}
    </main>
  )
}
