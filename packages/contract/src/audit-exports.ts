import { Type } from 'typebox'
import { civilDateSchema, nullable } from './common.ts'
import { route } from './route.ts'

export const exportAuditRoute = route({
  operationId: 'exportAudit',
  method: 'POST',
  url: '/api/counter/audit-exports',
  surface: 'office',
  access: 'inspector',
  summary: 'What staff of the own offices saw and changed between two days, as JSON lines with their seals: ids and codes, no names',
  body: Type.Object({
    fromOn: civilDateSchema,
    toOn: civilDateSchema,
    officeId: nullable(Type.Integer({ description: 'null: all within reach' })),
  }),
  answer: null,
  media: 'application/octet-stream',
  status: 200,
  refuses: ['post-out-of-reach', 'audit-days-wrong', 'audit-export-large', 'too-many'],
})
