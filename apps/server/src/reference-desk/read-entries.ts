import { getReferenceEntryRoute, listProposalsRoute, searchReferenceEntriesRoute } from '@an-sinh/contract'
import type { ReferenceField, ReferenceValues } from '@an-sinh/domain'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { valuesOf } from './entry-lists.ts'
import { findEntryName, listVersions, searchEntries } from './entry-queries.ts'
import { listProposals, listProposalsOf, type ProposalRow, readToday } from './proposal-queries.ts'
import { readStanding, toProposal } from './to-proposal.ts'

const toList = (values: ReferenceValues) =>
  (Object.keys(values) as ReferenceField[]).map((field) => ({ field, value: values[field] ?? null }))

const toProposals = async (sql: Queryable, rows: readonly ProposalRow[], actor: StaffActor) => {
  const proposals = []
  for (const row of rows) proposals.push(await toProposal(sql, row, actor))
  return proposals
}

export function readEntries(server: Server, { sql }: Platform): void {
  addRoute(server, searchReferenceEntriesRoute, async ({ query: { list, q } }) => {
    const typed = q.trim()
    return { entries: typed.length < 2 ? [] : await searchEntries(sql, list, typed) }
  })
  addRoute(server, getReferenceEntryRoute, async ({ params: { list, code }, request }) => {
    const actor = requireActor(request, 'staff')
    const name = requireFound(await findEntryName(sql, list, code), 'not-found')
    const versions = await listVersions(sql, list, code)
    return {
      list,
      code,
      name,
      values: toList(await readStanding(sql, { list, code, fromOn: await readToday(sql) })),
      versions: versions.map(({ fromOn, endsOn, source, row }) => ({ fromOn, endsOn, source, values: toList(valuesOf(list, row)) })),
      proposals: await toProposals(sql, await listProposalsOf(sql, list, code), actor),
    }
  })
  addRoute(server, listProposalsRoute, async ({ request }) => ({
    proposals: await toProposals(sql, await listProposals(sql), requireActor(request, 'staff')),
  }))
}
