import type { RolloutFilter, RolloutSort, RolloutStandingFilter } from '@an-sinh/contract'
import { CommandButton, TextField, Waiting } from '@an-sinh/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { saveFile } from '../shared/save-file.ts'
import { sharedMessages } from '../shared/shared-messages.ts'
import { type Chosen, exportEmployers, listEmployers } from './campaign-calls.ts'
import { campaignMessages } from './campaign-messages.ts'
import { EmployerTable } from './employer-table.tsx'

const STANDINGS: readonly RolloutStandingFilter[] = ['all', 'no-roster', 'nobody-registered', 'under-way', 'needs-help', 'behind']

const Download = ({ chosen }: { readonly chosen: Chosen }) => {
  const say = campaignMessages.useSay()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const save = (format: 'csv' | 'xlsx'): void => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    exportEmployers(format, chosen)
      .then((file) => saveFile(file, `trien-khai-don-vi.${format}`))
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return (
    <>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <div className="row">
        <CommandButton busy={busy} onPress={() => save('csv')}>
          {say('csv')}
        </CommandButton>
        <CommandButton busy={busy} onPress={() => save('xlsx')}>
          {say('xlsx')}
        </CommandButton>
      </div>
    </>
  )
}

type Search = { q: string; standing: RolloutStandingFilter }

const SearchForm = ({ hasCampaign, onSearch }: { readonly hasCampaign: boolean; readonly onSearch: (search: Search) => void }) => {
  const say = campaignMessages.useSay()
  const [q, setQ] = useState('')
  const [standing, setStanding] = useState<RolloutStandingFilter>('all')
  const search = (event: SyntheticEvent): void => {
    event.preventDefault()
    onSearch({ q, standing })
  }
  return (
    <form className="row campaign-search" onSubmit={search} noValidate>
      <TextField name="q" label={say('search')} value={q} onChange={setQ} maxLength={100} width="medium" />
      <div className="field">
        <label className="field-label" htmlFor="campaign-standing">
          {say('standing')}
        </label>
        <select
          id="campaign-standing"
          className="box"
          value={standing}
          onChange={(event) => {
            const next = STANDINGS.find((one) => one === event.currentTarget.value) ?? 'all'
            setStanding(next)
            onSearch({ q, standing: next })
          }}
        >
          {STANDINGS.filter((one) => hasCampaign || one !== 'behind').map((one) => (
            <option key={one} value={one}>
              {say(`standing-${one}`)}
            </option>
          ))}
        </select>
      </div>
      <CommandButton type="submit">{say('find')}</CommandButton>
    </form>
  )
}

/** Employers searched, sorted and paged; what is chosen here is also what is downloaded. */
export const EmployersPart = ({ campaignId, filter }: { readonly campaignId: string | null; readonly filter: RolloutFilter }) => {
  const say = campaignMessages.useSay()
  const common = sharedMessages.useSay()
  const [search, setSearch] = useState<Search>({ q: '', standing: 'all' })
  const [order, setOrder] = useState<{ sort: RolloutSort; down: boolean }>({ sort: 'lacking', down: true })
  const [page, setPage] = useState(1)
  const chosen: Chosen = { ...search, filter, ...(campaignId === null ? {} : { campaignId }) }
  const asked = { ...chosen, ...order, page }
  const found = useQuery({
    queryKey: ['campaign-employers', asked],
    queryFn: ({ signal }) => listEmployers(asked, signal),
    placeholderData: keepPreviousData,
  })
  const pages = found.data === undefined ? 1 : Math.max(1, Math.ceil(found.data.found / found.data.pageSize))
  return (
    <>
      <SearchForm
        hasCampaign={campaignId !== null}
        onSearch={(next) => {
          setSearch(next)
          setPage(1)
        }}
      />
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : (
        <>
          <output className="block">{say('found', { count: found.data.found.toLocaleString('vi-VN') })}</output>
          <EmployerTable
            employers={found.data.employers}
            campaignId={campaignId}
            order={order}
            onOrder={(sort) => {
              setOrder((before) => ({ sort, down: before.sort === sort ? !before.down : sort !== 'name' }))
              setPage(1)
            }}
            onChanged={() => void found.refetch()}
          />
          <nav className="row" aria-label={say('pages')}>
            {page > 1 ? <CommandButton onPress={() => setPage(page - 1)}>{say('previous')}</CommandButton> : null}
            <p>{say('page', { page, pages })}</p>
            {page < pages ? <CommandButton onPress={() => setPage(page + 1)}>{say('next')}</CommandButton> : null}
          </nav>
        </>
      )}
      <Download chosen={chosen} />
    </>
  )
}
