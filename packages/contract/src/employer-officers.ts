import { type Static, Type } from 'typebox'
import { instantSchema, nullable, text } from './common.ts'
import { route } from './route.ts'

export const officerRoleSchema = Type.Union([Type.Literal('administrator'), Type.Literal('officer')])
export const organisationKindSchema = Type.Union([Type.Literal('employer'), Type.Literal('school')])

const employerOfficerSchema = Type.Object({
  officerId: Type.Integer(),
  userName: Type.String(),
  fullName: Type.String(),
  role: officerRoleSchema,
  employer: Type.Object({ code: Type.String(), name: Type.String(), kind: organisationKindSchema }),
  officeName: Type.String(),
  sessionEndsAt: instantSchema,
})
/** An officer of an employer or school, signed in. */
export type EmployerOfficer = Static<typeof employerOfficerSchema>

export const employerSecondFactorRoute = route({
  operationId: 'employerSecondFactor',
  method: 'POST',
  url: '/api/employer/sessions/second-factor',
  surface: 'office',
  access: 'employer-second-factor',
  summary: 'Second factor (TOTP) of an employer’s officer; each code once',
  body: Type.Object({ code: text(20) }),
  answer: employerOfficerSchema,
  status: 201,
  refuses: ['staff-sign-in-wrong', 'too-many'],
})
export const getEmployerMeRoute = route({
  operationId: 'getEmployerMe',
  method: 'GET',
  url: '/api/employer/me',
  surface: 'office',
  access: 'employer',
  summary: 'Which officer of which employer is signed in',
  answer: employerOfficerSchema,
  status: 200,
  refuses: [],
})
export const employerSignOutRoute = route({
  operationId: 'employerSignOut',
  method: 'DELETE',
  url: '/api/employer/sessions/current',
  surface: 'office',
  access: 'employer',
  summary: 'Sign out',
  answer: null,
  status: 204,
  refuses: [],
})
export const getEmployerHomeRoute = route({
  operationId: 'getEmployerHome',
  method: 'GET',
  url: '/api/employer/home',
  surface: 'office',
  access: 'employer',
  summary: 'The employer, its office, and how many of its people stand where in the roll-out',
  answer: Type.Object({
    employer: Type.Object({ code: Type.String(), name: Type.String(), address: Type.String(), kind: organisationKindSchema }),
    office: Type.Object({ name: Type.String(), address: Type.String(), phone: nullable(Type.String()) }),
    mergers: Type.Array(
      Type.Object({
        name: Type.String(),
        settledAt: instantSchema,
        moved: Type.Integer(),
        united: Type.Integer(),
        consentsEnded: Type.Integer(),
      }),
      { description: 'employers that became part of this one within the last 90 days, newest first; united: whom both had listed' },
    ),
    people: Type.Integer({ description: 'who have not left' }),
    states: Type.Array(Type.Object({ state: Type.String(), people: Type.Integer() })),
    asOf: instantSchema,
  }),
  status: 200,
  refuses: [],
})
