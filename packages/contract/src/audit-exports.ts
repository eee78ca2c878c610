import { Type } from 'typebox'
import { civilDateSchema, nullable, text } from './common.ts'
import { route } from './route.ts'

export const exportAuditRoute = route({
  operationId: 'exportAudit',
  method: 'POST',
  url: '/api/counter/audit-exports',
  surface: 'office',
  access: 'inspector',
  summary:
    'What staff of the own offices saw and changed between two days, as JSON lines with their seals or as a table: ids and codes, no names; asks for the second factor once more',
  body: Type.Object({
    fromOn: civilDateSchema,
    toOn: civilDateSchema,
    officeId: nullable(Type.Integer({ description: 'null: all within reach' })),
    format: Type.Union([Type.Literal('jsonl'), Type.Literal('csv')], {
      description: 'jsonl: with seals, provable; csv: a table to look through',
    }),
    code: text(20),
  }),
  answer: null,
  media: 'application/octet-stream',
  status: 200,
  refuses: ['post-out-of-reach', 'audit-days-wrong', 'audit-export-large', 'factor-wrong', 'too-many'],
})
