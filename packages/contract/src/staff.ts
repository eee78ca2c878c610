import { type Static, Type } from 'typebox'
import { instantSchema, text } from './common.ts'
import { route } from './route.ts'

export const staffRoleSchema = Type.Union([
  Type.Literal('clerk'),
  Type.Literal('supervisor'),
  Type.Literal('province'),
  Type.Literal('support'),
  Type.Literal('operator'),
])
const staffSchema = Type.Object({
  staffId: Type.Integer(),
  userName: Type.String(),
  fullName: Type.String(),
  role: staffRoleSchema,
  officeId: Type.Integer(),
  officeName: Type.String(),
  sessionEndsAt: instantSchema,
})
export type Staff = Static<typeof staffSchema>
export const staffSignInRoute = route({
  operationId: 'staffSignIn',
  method: 'POST',
  url: '/api/staff/sessions',
  surface: 'office',
  access: 'public',
  summary: 'First factor of staff and of employers’ officers: one page, the user name tells who knocks',
  body: Type.Object({ userName: text(60), password: text(1024) }),
  answer: Type.Object({
    secondFactor: Type.Literal('totp'),
    kind: Type.Union([Type.Literal('staff'), Type.Literal('employer')], { description: 'whose second factor is asked for' }),
    expiresAt: instantSchema,
  }),
  status: 201,
  refuses: ['staff-sign-in-wrong', 'too-many', 'overloaded'],
})
export const staffSecondFactorRoute = route({
  operationId: 'staffSecondFactor',
  method: 'POST',
  url: '/api/staff/sessions/second-factor',
  surface: 'office',
  access: 'staff-second-factor',
  summary: 'Second factor (TOTP); each code once',
  body: Type.Object({ code: text(20) }),
  answer: staffSchema,
  status: 201,
  refuses: ['staff-sign-in-wrong', 'too-many'],
})
export const getStaffMeRoute = route({
  operationId: 'getStaffMe',
  method: 'GET',
  url: '/api/staff/me',
  surface: 'office',
  access: 'staff',
  summary: 'Who is signed in',
  answer: staffSchema,
  status: 200,
  refuses: [],
})
export const staffSignOutRoute = route({
  operationId: 'staffSignOut',
  method: 'DELETE',
  url: '/api/staff/sessions/current',
  surface: 'office',
  access: 'staff',
  summary: 'Sign out',
  answer: null,
  status: 204,
  refuses: [],
})
