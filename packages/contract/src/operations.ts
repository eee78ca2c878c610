import { Type } from 'typebox'
import { nullable } from './common.ts'
import { route } from './route.ts'

export const getReadyRoute = route({
  operationId: 'getReady',
  method: 'GET',
  url: '/api/ready',
  surface: 'both',
  access: 'public',
  summary: 'Ready = a write went through within the last 5 s',
  answer: Type.Object({ ready: Type.Boolean(), version: Type.String() }),
  status: 200,
  refuses: ['unavailable'],
})
export const getPublicSettingsRoute = route({
  operationId: 'getPublicSettings',
  method: 'GET',
  url: '/api/settings',
  surface: 'both',
  access: 'public',
  summary: 'Hotline, privacy text version, demo mark',
  answer: Type.Object({
    hotline: Type.String(),
    demo: Type.Boolean(),
    privacyTextVersion: Type.String(),
    undoSeconds: Type.Integer(),
    today: Type.String(),
    mapTiles: nullable(
      Type.Object(
        { url: Type.String({ description: 'with {z}, {x} and {y}' }), attribution: Type.String() },
        { description: 'pictures under the map; null: none' },
      ),
    ),
    announced: nullable(Type.String({ description: 'changes with what is announced now; null: nothing is, nobody need ask' })),
  }),
  status: 200,
  refuses: [],
})
