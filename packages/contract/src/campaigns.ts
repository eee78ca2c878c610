import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const count = Type.Integer({ minimum: 0 })
/** People of employers as of the counting; registered, handedIn, approved: this far or further. */
const rolloutFiguresSchema = Type.Object({
  employers: count,
  noRoster: Type.Integer({ description: 'employers that listed nobody yet' }),
  nobodyRegistered: Type.Integer({ description: 'employers that listed people of whom nobody registered' }),
  people: count,
  registered: count,
  handedIn: count,
  approved: count,
  signedIn: count,
  needsHelp: count,
})
export type RolloutFigures = Static<typeof rolloutFiguresSchema>

const percent = nullable(Type.Integer({ minimum: 1, maximum: 100 }))
const targetsSchema = Type.Object({ registered: percent, 'handed-in': percent, approved: percent, 'signed-in': percent })
const planSchema = { name: text(200), fromOn: civilDateSchema, toOn: civilDateSchema, targets: targetsSchema }
const campaignSchema = Type.Object({
  campaignId: uuidSchema,
  version: Type.Integer(),
  officeId: Type.Integer(),
  officeName: Type.String(),
  ...planSchema,
  ended: Type.Boolean(),
  mine: Type.Boolean({ description: 'of the reader’s own office: may be changed' }),
  changedBy: Type.String(),
  changedAt: instantSchema,
})
export type Campaign = Static<typeof campaignSchema>

export const listCampaignsRoute = route({
  operationId: 'listCampaigns',
  method: 'GET',
  url: '/api/campaigns',
  surface: 'office',
  access: 'inspector',
  summary: 'Campaigns of the offices in view and of those above, as they stand, newest first',
  answer: Type.Object({ todayOn: civilDateSchema, campaigns: Type.Array(campaignSchema) }),
  status: 200,
  refuses: [],
})
export const saveCampaignRoute = route({
  operationId: 'saveCampaign',
  method: 'POST',
  url: '/api/campaigns',
  surface: 'office',
  access: 'inspector',
  summary: 'Make a campaign (version 1) or change it (the version after the one that was read); what was before stays',
  body: Type.Object({ campaignId: uuidSchema, version: Type.Integer({ minimum: 1 }), ...planSchema, ended: Type.Boolean() }),
  answer: campaignSchema,
  status: 201,
  refuses: ['campaign-name', 'campaign-dates', 'campaign-targets', 'campaign-changed', 'campaign-elsewhere'],
})
export const listCampaignVersionsRoute = route({
  operationId: 'listCampaignVersions',
  method: 'GET',
  url: '/api/campaigns/:campaignId/versions',
  surface: 'office',
  access: 'inspector',
  summary: 'What a campaign aimed at, by whom and since when; newest first',
  params: Type.Object({ campaignId: uuidSchema }),
  answer: Type.Object({ versions: Type.Array(campaignSchema) }),
  status: 200,
  refuses: ['not-found'],
})

const dimension = Type.Union([Type.Literal('district'), Type.Literal('office'), Type.Literal('industry'), Type.Literal('size')])
const key = text(200)
const filterSchema = Type.Object({
  officeId: Type.Optional(Type.Integer()),
  district: Type.Optional(key),
  industry: Type.Optional(key),
  size: Type.Optional(key),
})
export type RolloutFilter = Static<typeof filterSchema>
export type RolloutDimension = Static<typeof dimension>

const groupSchema = Type.Object({ key: Type.String(), name: bilingualSchema, figures: rolloutFiguresSchema })
const countedAt = nullable(instantSchema)
export const getRolloutProgressRoute = route({
  operationId: 'getRolloutProgress',
  method: 'POST',
  url: '/api/campaigns/progress',
  surface: 'office',
  access: 'inspector',
  summary:
    'How far employers of the offices in view are: in all, by one dimension, and week by week (of the offices, whatever else is chosen)',
  body: Type.Object({ by: dimension, filter: filterSchema }),
  answer: Type.Object({
    countedAt: Type.Union([instantSchema, Type.Null()], { description: 'as of when; null: never counted' }),
    total: rolloutFiguresSchema,
    groups: Type.Array(groupSchema),
    weeks: Type.Array(
      Type.Object({ weekOn: civilDateSchema, people: count, registered: count, handedIn: count, approved: count, signedIn: count }),
    ),
  }),
  status: 200,
  refuses: [],
})

const standing = Type.Union([
  Type.Literal('all'),
  Type.Literal('no-roster'),
  Type.Literal('nobody-registered'),
  Type.Literal('under-way'),
  Type.Literal('needs-help'),
  Type.Literal('behind'),
])
export type RolloutStandingFilter = Static<typeof standing>
const sort = Type.Union([Type.Literal('name'), Type.Literal('people'), Type.Literal('registered'), Type.Literal('lacking')])
export type RolloutSort = Static<typeof sort>
/** Which employers are meant: what is listed, downloaded and written to. */
export const employerFilterSchema = {
  campaignId: Type.Optional(uuidSchema),
  standing,
  q: Type.Optional(text(100)),
  filter: filterSchema,
}
const employerSchema = Type.Object({
  employerId: Type.Integer(),
  employerCode: Type.String(),
  name: Type.String(),
  officeName: Type.String(),
  district: Type.String(),
  industry: Type.String(),
  size: bilingualSchema,
  standing: Type.String(),
  people: count,
  registered: count,
  handedIn: count,
  approved: count,
  signedIn: count,
  needsHelp: count,
  targetPercent: Type.Union([Type.Integer(), Type.Null()], { description: 'aimed at registered; of the campaign, or its own' }),
  ownTarget: Type.Boolean(),
})
export type RolloutEmployer = Static<typeof employerSchema>
export const listRolloutEmployersRoute = route({
  operationId: 'listRolloutEmployers',
  method: 'POST',
  url: '/api/campaigns/employers',
  surface: 'office',
  access: 'inspector',
  summary: 'Employers of the offices in view, searched, sorted and paged; nobody of them is named',
  body: Type.Object({ ...employerFilterSchema, sort, down: Type.Boolean(), page: Type.Integer({ minimum: 1, maximum: 20_000 }) }),
  answer: Type.Object({
    countedAt,
    found: count,
    pageSize: Type.Integer(),
    employers: Type.Array(employerSchema),
  }),
  status: 200,
  refuses: [],
})
export const setEmployerTargetRoute = route({
  operationId: 'setEmployerTarget',
  method: 'POST',
  url: '/api/campaigns/:campaignId/employer-targets',
  surface: 'office',
  access: 'inspector',
  summary: 'Aim at another share for one employer, or (null) at the campaign’s again',
  params: Type.Object({ campaignId: uuidSchema }),
  body: Type.Object({ employerId: Type.Integer(), registeredPercent: percent }),
  answer: null,
  status: 204,
  refuses: ['not-found', 'campaign-elsewhere', 'campaign-changed'],
})
export const exportRolloutRoute = route({
  operationId: 'exportRollout',
  method: 'POST',
  url: '/api/campaigns/exports/:format',
  surface: 'office',
  access: 'inspector',
  summary: 'Employers as chosen, with sums by district, as CSV or XLSX; every figure with the time of its counting',
  params: Type.Object({ format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]) }),
  body: Type.Object(employerFilterSchema),
  answer: null,
  media: 'application/octet-stream',
  status: 200,
  refuses: [],
})
