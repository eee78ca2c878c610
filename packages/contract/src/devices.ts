import { type Static, Type } from 'typebox'
import { instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const deviceSchema = Type.Object({
  sessionId: uuidSchema,
  label: nullable(Type.String({ description: 'browser and system, e.g. Chrome · Android' })),
  signedInAt: instantSchema,
  lastSeenAt: instantSchema,
  current: Type.Boolean(),
})
export type Device = Static<typeof deviceSchema>

export const listDevicesRoute = route({
  operationId: 'listDevices',
  method: 'GET',
  url: '/api/me/devices',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Where I am signed in now, this device first',
  answer: Type.Object({ devices: Type.Array(deviceSchema) }),
  status: 200,
  refuses: [],
})
export const endDeviceRoute = route({
  operationId: 'endDevice',
  method: 'DELETE',
  url: '/api/me/devices/:sessionId',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Sign one device out; the password stays',
  params: Type.Object({ sessionId: uuidSchema }),
  answer: null,
  status: 204,
  refuses: ['not-found'],
})
export const disavowDeviceRoute = route({
  operationId: 'disavowDevice',
  method: 'POST',
  url: '/api/me/devices/:sessionId/disavowal',
  surface: 'citizen',
  access: 'citizen',
  summary: '“Not me”: every other device is signed out and the password no longer opens anything; a new one comes by the phone on file',
  params: Type.Object({ sessionId: uuidSchema }),
  answer: null,
  status: 204,
  refuses: ['not-found'],
})
export const changePasswordRoute = route({
  operationId: 'changePassword',
  method: 'PUT',
  url: '/api/me/password',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Another password, proved by the one before; other devices are signed out',
  body: Type.Object({ currentPassword: text(1024), password: text(1024) }),
  answer: null,
  status: 204,
  refuses: [
    'current-password-wrong',
    'password-too-short',
    'password-too-long',
    'password-common',
    'password-personal',
    'too-many',
    'overloaded',
  ],
})
