import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, instantSchema, nullable } from './common.ts'
import { route } from './route.ts'

const lineSchema = Type.Object({ label: bilingualSchema, value: bilingualSchema })

const checkedPaperSchema = Type.Object({
  kind: nullable(
    Type.Union([
      Type.Literal('statement'),
      Type.Literal('health-card'),
      Type.Literal('receipt'),
      Type.Literal('agent-badge'),
      Type.Literal('hand-over'),
    ]),
  ),
  state: Type.Union(
    [
      Type.Literal('valid'),
      Type.Literal('not-yet'),
      Type.Literal('expired'),
      Type.Literal('withdrawn'),
      Type.Literal('altered'),
      Type.Literal('disputed'),
      Type.Literal('erased'),
      Type.Literal('unknown'),
    ],
    {
      description:
        'altered: the code names something of ours and was changed; disputed: two agents stand under one authorisation; erased: genuine, but its words are gone; unknown: never ours',
    },
  ),
  title: nullable(bilingualSchema),
  period: nullable(bilingualSchema),
  issuedAt: nullable(instantSchema),
  validFrom: nullable(civilDateSchema),
  validUntil: nullable(civilDateSchema),
  shared: Type.Array(lineSchema, { description: 'what its holder chose to share; nothing of a paper that no longer counts' }),
  file: Type.Union([Type.Literal('unchanged'), Type.Literal('other'), Type.Literal('not-asked')]),
  sample: Type.Boolean({ description: 'made up for the demonstration' }),
})
export type CheckedPaper = Static<typeof checkedPaperSchema>

export const checkPaperRoute = route({
  operationId: 'checkPaper',
  method: 'POST',
  url: '/api/paper-checks',
  surface: 'both',
  access: 'public',
  summary: 'Whether a paper of any kind that left here is genuine and still counts, by the code on it, with what its holder chose to share',
  body: Type.Object({
    code: Type.String({ maxLength: 400, description: 'as scanned or typed, with or without its address' }),
    sha256: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$', description: 'of a file, to learn whether it is ours unchanged' })),
  }),
  answer: checkedPaperSchema,
  status: 200,
  refuses: ['statement-code-length', 'statement-code-character', 'statement-code-check', 'work-first', 'too-many'],
})
