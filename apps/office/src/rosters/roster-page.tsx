import type { EmployerOfficer, RosterLine } from '@an-sinh/contract'
import { CommandButton, Field, fieldId, Notice, TextField, Waiting } from '@an-sinh/ui'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { AreaLink } from '../shared/area-link.tsx'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { EndLineDialog } from './end-line-dialog.tsx'
import { LineDialog } from './line-dialog.tsx'
import { rosterMessages } from './roster-messages.ts'
import { listRoster, type RosterPageAnswer, undoChange, type WrittenLine } from './roster-requests.ts'
import { RosterTable } from './roster-table.tsx'

type Open = { readonly what: 'add' } | { readonly what: 'change' | 'end'; readonly line: RosterLine }

const useRoster = (q: string, department: string) =>
  useInfiniteQuery({
    queryKey: ['roster', q, department],
    queryFn: ({ pageParam, signal }) => listRoster({ q, department, after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page: RosterPageAnswer) => page.next,
  })

const Undo = ({ written, onUndone }: { readonly written: WrittenLine; readonly onUndone: () => void }) => {
  const say = rosterMessages.useSay()
  const undo = useMutation({ mutationFn: () => undoChange(written.changeId), onSuccess: onUndone })
  return (
    <Notice kind="info" live title={say('lineWritten', { name: written.line.fullName })}>
      {undo.error === null ? null : <ProblemNotice error={undo.error} />}
      <CommandButton onPress={() => undo.mutate()} busy={undo.isPending}>
        {say('undo')}
      </CommandButton>
    </Notice>
  )
}

type FilterProps = {
  readonly q: string
  readonly onQ: (q: string) => void
  readonly department: string
  readonly onDepartment: (department: string) => void
  readonly departments: RosterPageAnswer['departments']
}

const Filter = ({ q, onQ, department, onDepartment, departments }: FilterProps) => {
  const say = rosterMessages.useSay()
  return (
    <div className="roster-filter">
      <TextField name="q" label={say('search')} hint={say('searchHint')} value={q} onChange={onQ} width="medium" maxLength={100} />
      <Field name="department" label={say('department')}>
        <select
          className="box box-medium"
          id={fieldId('department')}
          name="department"
          value={department}
          onChange={(event) => onDepartment(event.currentTarget.value)}
        >
          <option value="">{say('everyDepartment')}</option>
          {departments
            .filter(({ department: name }) => name !== '')
            .map(({ department: name, people }) => (
              <option key={name} value={name}>
                {`${name} (${people.toLocaleString('vi-VN')})`}
              </option>
            ))}
        </select>
      </Field>
    </div>
  )
}

const Lines = ({ q, department, onOpen }: { readonly q: string; readonly department: string; readonly onOpen: (open: Open) => void }) => {
  const say = rosterMessages.useSay()
  const common = sharedMessages.useSay()
  const found = useRoster(q, department)
  const [first] = found.data?.pages ?? []
  const lines = found.data?.pages.flatMap((page) => page.lines) ?? []
  return (
    <>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {first === undefined ? null : (
        <p className="small">{say('asOf', { people: first.total.toLocaleString('vi-VN'), time: formatInstant(first.asOf) })}</p>
      )}
      {first !== undefined && lines.length === 0 ? <p className="empty">{say(first.total === 0 ? 'nobodyYet' : 'nobodyFound')}</p> : null}
      {lines.length === 0 ? null : (
        <RosterTable lines={lines} onChange={(line) => onOpen({ what: 'change', line })} onEnd={(line) => onOpen({ what: 'end', line })} />
      )}
      {found.hasNextPage ? (
        <CommandButton onPress={() => void found.fetchNextPage()} busy={found.isFetchingNextPage}>
          {say('more')}
        </CommandButton>
      ) : null}
    </>
  )
}

/** The employer's own people; what the register knows of them is not here. */
export const RosterPage = ({ officer }: { readonly officer: EmployerOfficer }) => {
  const say = rosterMessages.useSay()
  usePageTitle(say('title'))
  const client = useQueryClient()
  const [q, setQ] = useState('')
  const [department, setDepartment] = useState('')
  const [open, setOpen] = useState<Open | null>(null)
  const [written, setWritten] = useState<WrittenLine | null>(null)
  const asked = useDeferredValue(q.trim())
  const departments = client.getQueryData<{ pages: RosterPageAnswer[] }>(['roster', '', ''])?.pages[0]?.departments ?? []
  const settle = (after: WrittenLine | null): void => {
    setOpen(null)
    setWritten(after)
    void client.invalidateQueries({ queryKey: ['roster'] })
  }
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('about', { employer: officer.employer.name })}</p>
      <div className="row">
        <AreaLink to="/don-vi/danh-sach/tep" className="button button-main">
          {say('toFiles')}
        </AreaLink>
        <CommandButton onPress={() => setOpen({ what: 'add' })}>{say('add')}</CommandButton>
      </div>
      {written === null ? null : <Undo key={written.changeId} written={written} onUndone={() => settle(null)} />}
      <Filter q={q} onQ={setQ} department={department} onDepartment={setDepartment} departments={departments} />
      <Lines q={asked} department={department} onOpen={setOpen} />
      {open?.what === 'add' ? <LineDialog line={null} onClose={() => setOpen(null)} onWritten={settle} /> : null}
      {open?.what === 'change' ? <LineDialog line={open.line} onClose={() => setOpen(null)} onWritten={settle} /> : null}
      {open?.what === 'end' ? <EndLineDialog line={open.line} onClose={() => setOpen(null)} onWritten={settle} /> : null}
    </main>
  )
}
