import { Type } from 'typebox'

import { civilDateSchema, nullable, partialDateSchema, sexSchema, text } from './common.ts'
import { route } from './route.ts'

export const searchPersonsRoute = route({
  operationId: 'searchPersons',
  method: 'POST',
  url: '/api/counter/person-searches',
  surface: 'office',
  access: 'clerk',
  summary: 'People of the register by name, with or without accents; each one found is an audit line that this person can read',
  body: Type.Object({
    fullName: text(100),
    bornOn: nullable(partialDateSchema),
    match: Type.Union([Type.Literal('whole'), Type.Literal('beginning'), Type.Literal('similar')], {
      description: 'similar: one slip in the name, only together with a whole birthday',
    }),
    reason: Type.Union([Type.Literal('visit'), Type.Literal('enquiry'), Type.Literal('correction')]),
  }),
  answer: Type.Object({
    persons: Type.Array(
      Type.Object({
        personId: Type.Integer(),
        fullName: Type.String(),
        bornOn: partialDateSchema,
        sex: sexSchema,
        insuranceNumber: Type.String(),
        address: nullable(Type.String()),
        diedOn: nullable(civilDateSchema),
      }),
    ),
    more: Type.Boolean({ description: 'there are others: ask for the birthday' }),
  }),
  status: 200,
  refuses: ['birthday-needed', 'name-too-short', 'too-many'],
})
