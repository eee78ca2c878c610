import { type Static, Type } from 'typebox'

export const uuidSchema = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' })
export const civilDateSchema = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'civil date in Viet Nam' })
export const partialDateSchema = Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$', description: 'yyyy, yyyy-MM or yyyy-MM-dd' })
export const monthSchema = Type.String({ pattern: '^\\d{4}-\\d{2}$' })
export const instantSchema = Type.String({ description: 'instant, ISO 8601' })
export const sexSchema = Type.Union([Type.Literal('male'), Type.Literal('female')])
export const nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])
/** Free text from people: capped here; NUL, bidi and control characters are refused at the edge with a sentence. */
export const text = (maxLength: number) => Type.String({ maxLength })
export const bilingualSchema = Type.Object({ vi: Type.String(), en: Type.String() })

export const officeSchema = Type.Object({
  officeId: Type.Integer(),
  code: Type.String({ description: 'official code, or ours: 9 + 4 digits' }),
  codeProvisional: Type.Boolean(),
  name: Type.String(),
  level: Type.String(),
  provinceCode: Type.String(),
  address: Type.String(),
  phone: nullable(Type.String()),
  hours: Type.Object({ weekdays: Type.Array(Type.Integer()), spans: Type.Array(Type.Array(Type.String())) }),
  hoursAssumed: Type.Boolean(),
  longitude: nullable(Type.Number()),
  latitude: nullable(Type.Number()),
  wardCodes: Type.Array(Type.String()),
  closures: Type.Array(Type.Object({ fromOn: civilDateSchema, toOn: civilDateSchema, reason: Type.String() })),
})
export type Office = Static<typeof officeSchema>

export const registrationStateSchema = Type.Union([
  Type.Literal('draft'),
  Type.Literal('submitted'),
  Type.Literal('awaiting-visit'),
  Type.Literal('received'),
  Type.Literal('checked'),
  Type.Literal('approved'),
  Type.Literal('activated'),
  Type.Literal('returned'),
  Type.Literal('refused'),
  Type.Literal('expired'),
  Type.Literal('withdrawn'),
  Type.Literal('fraud-review'),
])
export const photoKindSchema = Type.Union([Type.Literal('id-front'), Type.Literal('id-back'), Type.Literal('portrait')])
