import { randomUUID } from 'node:crypto'
import type { VisitAnswer } from '@an-sinh/contract'

import { copyPersons, type NewPerson } from '../persons/index.ts'
import type { ImportBatch } from '../platform/import-kind.ts'
import { makeServer } from '../platform/make-server.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { claimOf, type ClaimSketch, envelopeOf, inPieces } from './claim-fixture.ts'
import { registerVisits, visitsImport } from './index.ts'
import { readClaims } from './read-claims.ts'

const nobody: NewPerson = {
  fullName: 'Nguyễn Thị Thử',
  bornOn: '1994-03-05',
  sex: 'female',
  insuranceNumber: '',
  nationalId: null,
  legacyId: null,
  passportNumber: null,
  nationality: 'VN',
  wardCode: null,
  address: null,
  householdId: null,
  householdRelation: null,
  phoneOnFile: null,
  diedOn: null,
  mergedIntoPersonId: null,
}
export const NUMBERS = { patient: '9900000019', other: '9900000027', dead: '9900000035', copied: '9900000043' } as const
export type VisitList = { years: number[]; year: number | null; visits: { visitId: string; diagnosis: string; sumsState: string }[] }

export const claim = (key: string, more: Partial<ClaimSketch> = {}): string => claimOf({ key, insuranceNumber: NUMBERS.patient, ...more })

const openPersons = async ({ sql }: TestPlatform) => {
  await sql`INSERT INTO health_facilities (facility_code, name, province_code, valid_from, source)
    VALUES ('01999', 'Bệnh viện Giả Định', '01', '2020-01-01', 'test'), ('79999', 'Phòng khám Thử', '79', '2020-01-01', 'test')`
  const persons: NewPerson[] = [
    { ...nobody, insuranceNumber: NUMBERS.patient, nationalId: '099194000019' },
    { ...nobody, insuranceNumber: NUMBERS.other, fullName: 'Trần Văn Khác', bornOn: '1970-01-01', nationalId: '099070000011' },
    { ...nobody, insuranceNumber: NUMBERS.dead, diedOn: '2026-01-01' },
    { ...nobody, insuranceNumber: NUMBERS.copied },
  ]
  const [patient = 0, other = 0, dead = 0, copied = 0] = await copyPersons(sql, { persons, households: [] }, 'test')
  return { patient, other, dead, copied }
}

/** A register with four people and two facilities, and the steps of the engine one by one. */
export async function openVisitsFixture() {
  const platform = await openTestPlatform()
  const ids = await openPersons(platform)
  /** Stages the rows as the engine does, and matches them. */
  const stage = async (cases: readonly string[]): Promise<ImportBatch> => {
    const batch = { batchId: randomUUID(), source: 'test' }
    await platform.sql`INSERT INTO import_batches (batch_id, kind, state, file_name, file_format, file_bytes, source)
      VALUES (${batch.batchId}, 'visits', 'parsed', 'a.xml', 'xml', 1, 'test')`
    for await (const { rowNo, cells, faults } of readClaims(inPieces(envelopeOf(cases), 1000))) {
      await platform.sql`INSERT INTO import_rows (batch_id, row_no, row_group, cells)
        VALUES (${batch.batchId}, ${rowNo}, ${faults.length > 0 ? 'rejected' : null}, ${[...cells] as string[]}::text[])`
    }
    await visitsImport.match(platform.sql, batch)
    return batch
  }
  const groupsOf = async ({ batchId }: ImportBatch) => {
    const rows = await platform.sql<{ group: string; code: string | null }[]>`
      SELECT row_group AS "group", (SELECT string_agg(code, ' ') FROM import_row_faults f WHERE f.batch_id = r.batch_id AND f.row_no = r.row_no) AS code
      FROM import_rows r WHERE batch_id = ${batchId} ORDER BY row_no`
    return rows.map(({ group, code }) => (code === null ? group : `${group}: ${code}`))
  }
  const apply = (batch: ImportBatch) => inTransaction(platform, (transaction) => visitsImport.apply(transaction, batch))
  const importNow = async (cases: readonly string[]) => {
    const batch = await stage(cases)
    return { batch, counts: await apply(batch) }
  }
  /** What the citizen's API answers this person. */
  const get = async <Answer>(personId: number, url: string, status = 200): Promise<Answer> => {
    const citizen = async () => ({ kind: 'citizen', personId, sessionHash: Buffer.alloc(32) }) as const
    const absent = async () => null
    const server = await makeServer(platform, 'citizen', { applicant: absent, citizen, staff: absent, employer: absent })
    registerVisits(server, platform)
    const answer = await server.fastify.inject({ url })
    await server.fastify.close()
    if (answer.statusCode !== status) throw new Error(`${url} answered ${answer.statusCode}`)
    return answer.json<Answer>()
  }
  const visitsOf = async (personId: number): Promise<VisitList['visits']> => (await get<VisitList>(personId, '/api/me/visits')).visits
  const openVisit = async (personId: number, at = 0): Promise<VisitAnswer> =>
    get<VisitAnswer>(personId, `/api/me/visits/${(await visitsOf(personId))[at]?.visitId ?? ''}`)
  return { platform, ids, stage, groupsOf, apply, importNow, get, visitsOf, openVisit }
}
export type VisitsFixture = Awaited<ReturnType<typeof openVisitsFixture>>
