import { createHash, randomUUID } from 'node:crypto'
import * as contract from '@an-sinh/contract'
import type { Route } from '@an-sinh/contract'
import sharp from 'sharp'
import type { TSchema } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { platform, sent, server, signIn } from './dependants-fixture.ts'
import { addCasePhotos } from './fraud-fixture.ts'
import { csv, HEAD, importText, nextNumber, randomName } from './import-fixture.ts'
import { IMPORT_KINDS } from './import-kinds.ts'
import type { TestClient } from './platform/test-client.ts'
import { ReviewDesk } from './review-desk-fixture.ts'

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'operationId' in value && 'access' in value
/** Of the agency's own people; an employer's officers are none, and what they may see has a wall of its own. */
const STAFF_ROUTES = Object.values(contract as Record<string, unknown>)
  .filter(isRoute)
  .filter(({ surface, access }) => surface !== 'citizen' && access !== 'public' && !access.startsWith('employer'))

/** Keys of an answer under which a person of the register, or one who is waited for, is named. */
const NAMING = /^(?:fullName|childName|guardianName|declared|bornOn|persons|person|rows|faults)$/u
const names = (schema: TSchema | null): boolean => {
  if (schema === null) return false
  const node = schema as { properties?: Record<string, TSchema>; items?: TSchema; anyOf?: TSchema[] }
  const inside = [...Object.values(node.properties ?? {}), ...(node.anyOf ?? []), ...(node.items === undefined ? [] : [node.items])]
  return Object.keys(node.properties ?? {}).some((key) => NAMING.test(key)) || inside.some(names)
}
/** A file may always hold a name. */
const mayName = (route: Route): boolean => route.media !== undefined || names(route.answer)

/** Asked by POST so that nothing personal stands in an address; they change nothing. */
const LOOK_UPS: readonly string[] = [
  'findPapers',
  'findWaiting',
  'listQueue',
  'listRequestQueue',
  'listSuspects',
  'openAccountDesk',
  'printCases',
  'printCodeSlip',
  'printExpectedCases',
  'searchPersons',
]
/** Routes that look as if they named a person, and what they name. */
const NAMES_NOBODY: Readonly<Record<string, string>> = {
  getStaffMe: 'oneself',
  listColleagues: 'staff',
  listDeskColleagues: 'staff',
  listImportKinds: 'headings of files',
  getImportTemplate: 'an empty file',
  getFigures: 'counts',
  exportFigures: 'counts',
  getImport: 'counts of rows',
  listImports: 'counts of rows',
  getBatchReceipt: 'tails of form codes and clerks',
  previewClosure: 'counts',
  getAgentBadge: 'a collection point',
  getLetterPdf: 'an employer',
  getOrganisation: 'officers of an employer',
  followChatDesk: 'askers in part, of chats that one took; the line is written when a chat is taken',
}
const READS = STAFF_ROUTES.filter(
  (route) =>
    (route.method === 'GET' || LOOK_UPS.includes(route.operationId)) && mayName(route) && NAMES_NOBODY[route.operationId] === undefined,
)

type Asked = { by: TestClient; holes?: Record<string, string>; body?: object }
const isEmpty = (list: unknown): boolean => Array.isArray(list) && list.length === 0
const BYTES = { 'content-type': 'application/octet-stream', 'upload-offset': '0' }

const upload = async (client: TestClient, url: string, kind: string, more: object = {}): Promise<void> => {
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#ccd' } })
    .jpeg()
    .toBuffer()
  const uploadId = randomUUID()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect((await client.post(url, { uploadId, kind, sizeBytes: bytes.length, sha256, ...more })).statusCode).toBe(201)
  await client.send('PATCH', `${url}/${uploadId}`, bytes, BYTES)
  expect((await client.post(`${url}/${uploadId}/completion`)).statusCode).toBe(200)
}

/** A request about a line of the person's, with a photo, as the citizen's app leaves it. */
const openRequest = async (citizen: { personId: number; client: TestClient }, officeId: number): Promise<string> => {
  const { sql } = platform
  const requestId = randomUUID()
  const [number, kind] = [`90001/2026/DC${requestId.slice(0, 6)}`, 'participation-spell']
  const shown = { title: { vi: 'x', en: 'x' }, facts: [], source: { vi: 'x', en: 'x' } }
  await upload(citizen.client, `/api/me/requests/${requestId}/photos`, 'id-front', { hints: { faults: [], tries: 1 } })
  await sql`INSERT INTO correction_requests (person_id, request_id, file_number, office_id, line_kind, line_id, line_shown, problem, what, due_on, due_rule_version)
    VALUES (${citizen.personId}, ${requestId}, ${number}, ${officeId}, ${kind}, ${randomUUID()}, ${sql.json(shown)}, 'wrong-salary', 'x', ansinh_today() + 10, 'test')`
  await sql`INSERT INTO correction_request_moves (person_id, request_id, move_no, state, actor_kind) VALUES (${citizen.personId}, ${requestId}, 1, 'received', 'citizen')`
  await sql`INSERT INTO desk_requests (request_id, person_id, office_id, file_number, purpose, line_kind, state, due_on, sent_at, state_since)
    VALUES (${requestId}, ${citizen.personId}, ${officeId}, ${number}, 'correction', ${kind}, 'received', ansinh_today() + 10, ansinh_now(), ansinh_now())`
  return requestId
}

/** A file with a row that is like somebody of the register and one that is wrong: brought in, and once more only previewed. */
const openImports = async (): Promise<{ decided: string; previewed: string }> => {
  const [number, name] = [nextNumber(), `Trần Mẫu ${randomName()}`]
  const send = async (rows: string[][], confirms: boolean) =>
    (await importText(platform, IMPORT_KINDS, { kind: 'persons', content: csv([HEAD, ...rows]), confirms })).batchId
  await send([[number, name, '05/03/1980', 'Nữ', '', 'Số 1']], true)
  const rows = () => [
    [number, name, '06/03/1980', 'Nữ', '', 'Số 2'],
    [nextNumber(), `Lê Mẫu ${randomName()}`, '07/03/1980', 'Nữ', '', 'Số 4'],
    [nextNumber(), `${name} hai`, '31/31/1980', 'Nữ', '', 'Số 3'],
  ]
  return { previewed: await send(rows(), false), decided: await send(rows(), true) }
}

describe('whoever of the staff reads about a person leaves a line about it', () => {
  const asked = new Map<string, Asked>()

  beforeAll(async () => {
    const citizen = await signIn({ insuranceNumber: '9955000001', nationalId: '099155000001', bornOn: '1980-03-05' })
    const dependantId = await sent(citizen.client)
    const [place] = await platform.sql<
      { officeId: number }[]
    >`SELECT office_id AS "officeId" FROM dependant_requests WHERE request_id = ${dependantId}`
    const officeId = place?.officeId ?? 0
    const dataRequestId = randomUUID()
    await citizen.client.post('/api/me/data-requests', { requestId: dataRequestId, kind: 'restrict', what: 'x' })
    const requestId = await openRequest(citizen, officeId)
    const { decided, previewed } = await openImports()
    const [province] = await platform.sql<{ code: string }[]>`SELECT province_code AS code FROM offices WHERE office_id = ${officeId}`
    const desk = new ReviewDesk(platform, server, [officeId], { wardCode: '00004', provinceCode: province?.code ?? '' })
    const [clerk, supervisor, operator] = [
      await desk.hire(),
      await desk.hire({ role: 'supervisor' }),
      await desk.hire({ role: 'operator' }),
    ]
    const waiting = await desk.submit()
    const { row } = await desk.receive(clerk)
    const { registrationId } = row
    await addCasePhotos(desk, registrationId, { seed: 'read' })
    const url = `/api/counter/registrations/${registrationId}`
    await upload(clerk.client, `${url}/attachments`, 'form-scan')
    await clerk.client.send('PUT', `${url}/paper`, { archiveBox: 'H 1', archiveNumber: '1' })
    await platform.sql`INSERT INTO fraud_signals (registration_id, kind, measured, rule_version) VALUES (${registrationId}, 'portrait-shared', 2, 'test')`
    const issue = { number: citizen.insuranceNumber, originalChecked: true, reason: 'message-not-received', note: '' }
    const { code } = (await clerk.client.post('/api/counter/activation-codes', issue)).json<{ code: string }>()

    const add = (by: TestClient, operationIds: readonly string[], more: Omit<Asked, 'by'> = {}): void => {
      for (const operationId of operationIds) asked.set(operationId, { by, ...more })
    }
    const ofCase = { ':registrationId': registrationId }
    add(clerk.client, ['getCase', 'getCaseReceipt', 'getFormScan'], { holes: ofCase })
    add(clerk.client, ['printForm01'], { holes: { ':registrationId': waiting.row.registrationId } })
    add(clerk.client, ['getCasePhoto'], { holes: { ...ofCase, ':kind': 'portrait' } })
    add(supervisor.client, ['getReview'], { holes: ofCase })
    add(supervisor.client, ['getReviewPhoto'], { holes: { ...ofCase, ':otherId': registrationId, ':kind': 'portrait' } })
    add(supervisor.client, ['listSuspects'], { body: { queue: 'flagged' } })
    add(clerk.client, ['listQueue'], { body: { queue: 'office' } })
    add(clerk.client, ['findWaiting'], { body: { fullName: null, bornOn: '1994-03-05', phoneTail: waiting.phone.slice(-4), idTail: null } })
    add(clerk.client, ['findPapers'], { body: { archiveBox: 'H 1', archiveNumber: null } })
    add(clerk.client, ['printCases'], { body: { registrationIds: [registrationId], what: 'list' } })
    add(clerk.client, ['printExpectedCases'])
    add(clerk.client, ['listRequestQueue'], { body: { queue: 'to-decide' } })
    add(clerk.client, ['getRequestCase'], { holes: { ':requestId': requestId } })
    add(clerk.client, ['getRequestCasePhoto'], { holes: { ':requestId': requestId, ':kind': 'id-front' } })
    add(clerk.client, ['listDependantQueue', 'listDataRequestQueue'])
    add(clerk.client, ['getDependantCase', 'getCertificate'], { holes: { ':requestId': dependantId } })
    const reportId = randomUUID()
    await citizen.client.post('/api/me/tickets', { reportId, category: 'other', words: 'x', context: {} })
    await upload(citizen.client, `/api/me/tickets/${reportId}/photos`, 'attachment-1')
    await clerk.client.post(`/api/problem-reports/${reportId}/moves`, { version: 1, move: 'assign', words: '' })
    add(clerk.client, ['getProblemReport'], { holes: { ':reportId': reportId } })
    add(clerk.client, ['getReportPhoto'], { holes: { ':reportId': reportId, ':kind': 'attachment-1' } })
    add(clerk.client, ['getDataRequestCase'], { holes: { ':requestId': dataRequestId } })
    add(clerk.client, ['searchPersons'], { body: { fullName: citizen.fullName, bornOn: null, match: 'whole', reason: 'visit' } })
    add(clerk.client, ['openAccountDesk'], { body: { number: citizen.insuranceNumber, reason: 'holder-present' } })
    add(clerk.client, ['printCodeSlip'], { body: { number: citizen.insuranceNumber, code } })
    add(operator.client, ['listCloseMatches'], { holes: { ':importId': decided } })
    const ofImport = { ':importId': previewed, ':group': 'new', ':afterRowNo': '0' }
    add(operator.client, ['listImportExamples', 'listImportFaults', 'getImportErrorFile'], { holes: ofImport })
  })
  afterAll(async () => {
    await server.fastify.close()
    await platform.drop()
  })

  it('every such route of the contract is asked here, or is known to name nobody', () => {
    const routes = STAFF_ROUTES.map(({ operationId }) => operationId)
    expect(READS.length).toBeGreaterThan(20)
    expect(READS.map(({ operationId }) => operationId).toSorted()).toStrictEqual([...asked.keys()].toSorted())
    expect(LOOK_UPS.filter((operationId) => !routes.includes(operationId))).toStrictEqual([])
  })

  it.each(READS.map((route) => [`${route.method} ${route.url}`, route] as const))('%s', async (_name, route) => {
    const { by, holes = {}, body } = asked.get(route.operationId) ?? { by: new Error('asked by nobody') as never }
    let url: string = route.url
    for (const [hole, id] of Object.entries(holes)) url = url.replace(hole, id)
    const [last] = await platform.sql<{ lineId: number }[]>`SELECT coalesce(max(line_id), 0) AS "lineId" FROM audit_lines`
    const answer = await by.send(route.method, url, body ?? (route.method === 'POST' ? {} : undefined))
    expect([answer.statusCode, answer.statusCode === route.status ? '' : answer.body]).toStrictEqual([route.status, ''])
    const shown = route.media === undefined ? answer.json<Record<string, unknown>>() : {}
    expect(['items', 'persons', 'rows', 'faults'].filter((list) => isEmpty(shown[list]))).toStrictEqual([])
    const lines = await platform.sql<{ action: string; about: boolean }[]>`
      SELECT action, person_id IS NOT NULL OR registration_id IS NOT NULL OR details ? 'batchId' AS about FROM audit_lines
      WHERE line_id > ${last?.lineId ?? 0} AND actor_kind = 'staff'`
    // What was written instead is told when nothing names anybody.
    expect(lines.some(({ about }) => about) ? [] : [route.operationId, ...lines]).toStrictEqual([])
  })
})
