import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, instantSchema, nullable, officeSchema, partialDateSchema, photoKindSchema, registrationStateSchema, sexSchema, text, uuidSchema } from './common.ts'
import { answersSchema } from './registrations.ts'
import { route } from './route.ts'

const caseParams = Type.Object({ registrationId: uuidSchema })
const lockSchema = nullable(Type.Object({ staffName: Type.String(), mine: Type.Boolean(), until: instantSchema }))
const queueItemSchema = Type.Object({ registrationId: uuidSchema, fileNumber: Type.String(), fullName: Type.String(), bornOn: partialDateSchema, state: registrationStateSchema, submittedAt: instantSchema, dueOn: nullable(civilDateSchema), graceEndsOn: nullable(civilDateSchema), lock: lockSchema, marks: Type.Array(Type.String()) })
export type QueueItem = Static<typeof queueItemSchema>
const queueName = Type.Union([
  Type.Literal('awaiting-visit'),
  Type.Literal('received'),
  Type.Literal('returned'),
  Type.Literal('near-deadline'),
  Type.Literal('in-grace'),
  Type.Literal('decided'),
  Type.Literal('expired'),
])

const registerPersonSchema = Type.Object({
  personId: Type.Integer(), fullName: Type.String(), bornOn: partialDateSchema, sex: sexSchema, insuranceNumber: Type.String(), nationalId: nullable(Type.String()), address: nullable(Type.String()), phoneMasked: nullable(Type.String()), employerName: nullable(Type.String()),
  died: Type.Boolean(), merged: Type.Boolean(), accountState: nullable(Type.String()),
  foundBy: Type.Array(Type.String({ description: 'which rule found the person: insurance-number, national-id, name-and-birth' })),
  differences: Type.Array(Type.Object({ field: Type.String(), verdict: Type.String(), rule: Type.String(), severity: Type.Union([Type.Literal('none'), Type.Literal('note'), Type.Literal('warn'), Type.Literal('block')]), declared: nullable(Type.String()), registered: nullable(Type.String()) })),
})
export type RegisterPerson = Static<typeof registerPersonSchema>

const decisionSchema = Type.Object({ decisionId: uuidSchema, kind: Type.Union([Type.Literal('approve'), Type.Literal('return'), Type.Literal('refuse')]), reasonCodes: Type.Array(Type.String()), staffName: Type.String(), decidedAt: instantSchema, releasesAt: instantSchema, undoable: Type.Boolean(), messageState: nullable(Type.String()) })

export const caseSchema = Type.Object({
  registrationId: uuidSchema, state: registrationStateSchema, version: Type.Integer(), fileNumber: Type.String(), formCode: Type.String(), office: officeSchema, elsewhere: Type.Boolean(),
  submittedAt: instantSchema, dueOn: nullable(civilDateSchema), graceEndsOn: nullable(civilDateSchema), timing: Type.Union([Type.Literal('on-time'), Type.Literal('in-grace'), Type.Literal('expired')]),
  declared: answersSchema, provinceName: Type.String(), wardName: Type.String(), phoneMasked: Type.String(), marks: Type.Array(Type.String()),
  photos: Type.Array(Type.Object({ kind: photoKindSchema, documentId: uuidSchema, widthPx: Type.Integer(), heightPx: Type.Integer(), hints: Type.Array(Type.String()), idCard: nullable(Type.Object({ nationalId: Type.String(), fullName: Type.String(), bornOn: partialDateSchema, sex: sexSchema, address: Type.String() })) })),
  persons: Type.Array(registerPersonSchema),
  documentKinds: Type.Array(Type.Object({ code: Type.String(), label: bilingualSchema })),
  checklist: Type.Array(Type.Object({ code: Type.String(), label: bilingualSchema })),
  reasons: Type.Array(Type.Object({ code: Type.String(), for: Type.Union([Type.Literal('return'), Type.Literal('refuse')]), clerkText: bilingualSchema, citizenSentence: bilingualSchema, nextStep: bilingualSchema, smsText: Type.String() })),
  lock: lockSchema, decision: nullable(decisionSchema),
  history: Type.Array(Type.Object({ move: Type.String(), toState: registrationStateSchema, at: instantSchema, by: Type.String(), reasonCodes: Type.Array(Type.String()) })),
})
export type Case = Static<typeof caseSchema>

export const listQueueRoute = route({ operationId: 'listQueue', method: 'GET', url: '/api/counter/queue', surface: 'office', access: 'clerk', summary: 'Own office’s cases with exact counts, search and paging', query: Type.Object({ queue: Type.Optional(queueName), q: Type.Optional(text(100)), cursor: Type.Optional(text(200)) }), answer: Type.Object({ counts: Type.Record(Type.String(), Type.Integer()), items: Type.Array(queueItemSchema), nextCursor: nullable(Type.String()) }), status: 200, refuses: [] })
export const findCaseRoute = route({ operationId: 'findCase', method: 'POST', url: '/api/counter/lookups', surface: 'office', access: 'clerk', summary: 'Scanned or typed form code (or the QR’s whole text, or a file number) → the case', body: Type.Object({ code: text(300) }), answer: Type.Object({ registrationId: uuidSchema }), status: 200, refuses: ['form-code-length', 'form-code-character', 'form-code-check', 'form-code-unknown'] })
export const getCaseRoute = route({ operationId: 'getCase', method: 'GET', url: '/api/counter/registrations/:registrationId', surface: 'office', access: 'clerk', summary: 'Declared, register and photos side by side with differences', params: caseParams, answer: caseSchema, status: 200, refuses: ['not-found', 'case-elsewhere'] })
export const getCasePhotoRoute = route({ operationId: 'getCasePhoto', method: 'GET', url: '/api/counter/registrations/:registrationId/photos/:kind', surface: 'office', access: 'clerk', summary: 'Photo as JPEG; an audit line', params: Type.Object({ registrationId: uuidSchema, kind: photoKindSchema }), answer: null, media: 'image/jpeg', status: 200, refuses: ['not-found', 'case-elsewhere', 'too-many'] })
export const takeOverCaseRoute = route({ operationId: 'takeOverCase', method: 'POST', url: '/api/counter/registrations/:registrationId/transfer', surface: 'office', access: 'clerk', summary: 'The applicant stands here: move the case to this office', params: caseParams, answer: caseSchema, status: 200, refuses: ['not-found', 'move-not-allowed'] })
export const lockCaseRoute = route({ operationId: 'lockCase', method: 'PUT', url: '/api/counter/registrations/:registrationId/lock', surface: 'office', access: 'clerk', summary: 'Take or keep the soft lock', params: caseParams, answer: Type.Object({ until: instantSchema }), status: 200, refuses: ['case-locked', 'not-found', 'case-elsewhere'] })
export const unlockCaseRoute = route({ operationId: 'unlockCase', method: 'DELETE', url: '/api/counter/registrations/:registrationId/lock', surface: 'office', access: 'clerk', summary: 'Give the soft lock back', params: caseParams, answer: null, status: 204, refuses: [] })
export const receiveCaseRoute = route({ operationId: 'receiveCase', method: 'POST', url: '/api/counter/registrations/:registrationId/receipt', surface: 'office', access: 'clerk', summary: 'The paper is here: received, reminders cancelled, receipt by SMS', params: caseParams, body: Type.Object({ version: Type.Integer() }), answer: caseSchema, status: 200, refuses: ['case-locked', 'case-expired', 'move-not-allowed', 'version-conflict', 'case-elsewhere', 'not-found'] })
export const getCaseReceiptRoute = route({ operationId: 'getCaseReceipt', method: 'GET', url: '/api/counter/registrations/:registrationId/receipt', surface: 'office', access: 'clerk', summary: 'Receipt for the paper as PDF', params: caseParams, answer: null, media: 'application/pdf', status: 200, refuses: ['not-found', 'case-elsewhere', 'move-not-allowed', 'overloaded'] })
export const decideCaseRoute = route({ operationId: 'decideCase', method: 'POST', url: '/api/counter/registrations/:registrationId/decision', surface: 'office', access: 'clerk', summary: 'Approve, return or refuse; recorded at once, released after the undo time', params: caseParams, body: Type.Object({ decisionId: uuidSchema, version: Type.Integer(), kind: Type.Union([Type.Literal('approve'), Type.Literal('return'), Type.Literal('refuse')]), personId: nullable(Type.Integer()), documentKind: nullable(text(40)), checklist: Type.Array(text(40), { maxItems: 20 }), reasonCodes: Type.Array(text(60), { maxItems: 10 }) }), answer: caseSchema, status: 201, refuses: ['case-locked', 'case-decided', 'case-expired', 'case-own', 'case-elsewhere', 'checklist-incomplete', 'difference-blocks', 'reason-missing', 'person-missing', 'person-not-eligible', 'move-not-allowed', 'not-allowed', 'version-conflict', 'not-found', 'overloaded'] })
export const undoDecisionRoute = route({ operationId: 'undoDecision', method: 'POST', url: '/api/counter/registrations/:registrationId/decision-undo', surface: 'office', access: 'clerk', summary: 'Take the decision back while its message is held', params: caseParams, body: Type.Object({ decisionId: uuidSchema }), answer: caseSchema, status: 200, refuses: ['undo-too-late', 'not-allowed', 'not-found', 'case-elsewhere'] })
export const extendCaseRoute = route({ operationId: 'extendCase', method: 'POST', url: '/api/counter/registrations/:registrationId/extension', surface: 'office', access: 'clerk', summary: 'Ten more days with a reason, at any time', params: caseParams, body: Type.Object({ reason: text(300) }), answer: caseSchema, status: 200, refuses: ['reason-missing', 'move-not-allowed', 'not-found', 'case-elsewhere'] })
