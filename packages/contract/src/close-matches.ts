import { Type } from 'typebox'
import { nullable, uuidSchema } from './common.ts'
import { route } from './route.ts'

const count = Type.Integer({ minimum: 0 })
const importParams = Type.Object({ importId: uuidSchema })

export const listCloseMatchesRoute = route({
  operationId: 'listCloseMatches',
  method: 'GET',
  url: '/api/imports/:importId/close-matches',
  surface: 'office',
  access: 'operator',
  summary: 'Rows like somebody of the register that wait for a person: the first 20, each beside what the register says. Audited',
  params: importParams,
  answer: Type.Object({
    decidable: Type.Boolean({ description: 'false: the import is not written, was undone, or its kind only shows such rows' }),
    mayBeOther: Type.Boolean({ description: 'the kind can take a row as somebody new' }),
    waiting: count,
    rows: Type.Array(
      Type.Object({
        rowNo: count,
        cells: Type.Array(nullable(Type.String())),
        person: nullable(
          Type.Object({
            insuranceNumber: Type.String(),
            fullName: Type.String(),
            bornOn: Type.String({ description: 'YYYY, YYYY-MM or YYYY-MM-DD' }),
            sex: Type.String(),
            nationalId: nullable(Type.String()),
            address: nullable(Type.String()),
          }),
        ),
      }),
    ),
  }),
  status: 200,
  refuses: ['not-found'],
})

export const decideCloseMatchesRoute = route({
  operationId: 'decideCloseMatches',
  method: 'POST',
  url: '/api/imports/:importId/close-matches/decision',
  surface: 'office',
  access: 'operator',
  summary:
    'Say of waiting rows: the same person (written as the file says), somebody else (added), or neither (nothing is written). Audited',
  params: importParams,
  body: Type.Object({
    rowNos: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 50 }),
    verdict: Type.Union([Type.Literal('same'), Type.Literal('other'), Type.Literal('neither')]),
  }),
  answer: Type.Object({ waiting: count, writtenByImportId: nullable(uuidSchema) }),
  status: 200,
  refuses: ['not-found', 'import-move', 'close-match-moved'],
})
