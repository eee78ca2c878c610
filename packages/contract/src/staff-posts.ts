import { type Static, Type } from 'typebox'
import { civilDateSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'
import { staffRoleSchema } from './staff.ts'

const postSchema = Type.Object({
  postId: uuidSchema,
  role: nullable(staffRoleSchema),
  officeId: nullable(Type.Integer()),
  officeName: nullable(Type.String()),
  fromOn: civilDateSchema,
  toOn: nullable(civilDateSchema),
  reason: Type.String(),
  givenBy: Type.String(),
  givenAt: instantSchema,
})
const colleagueSchema = Type.Object({
  staffId: Type.Integer(),
  userName: Type.String(),
  fullName: Type.String(),
  role: nullable(staffRoleSchema),
  officeId: nullable(Type.Integer()),
  officeName: nullable(Type.String()),
  isSelf: Type.Boolean({ description: 'one’s own post is for somebody else to change' }),
  posts: Type.Array(postSchema, { description: 'given since hiring, newest first' }),
})
export type Colleague = Static<typeof colleagueSchema>

export const listColleaguesRoute = route({
  operationId: 'listColleagues',
  method: 'GET',
  url: '/api/staff/colleagues',
  surface: 'office',
  access: 'post-giver',
  summary: 'Staff of the own offices (an operator: all) with the post of today and those given, and what oneself may give',
  answer: Type.Object({
    colleagues: Type.Array(colleagueSchema),
    gives: Type.Array(staffRoleSchema),
    offices: Type.Array(Type.Object({ officeId: Type.Integer(), name: Type.String() })),
  }),
  status: 200,
  refuses: [],
})
export const givePostRoute = route({
  operationId: 'givePost',
  method: 'POST',
  url: '/api/staff/colleagues/:staffId/posts',
  surface: 'office',
  access: 'post-giver',
  summary:
    'A role at an office from a day on, or none; holds at once for who is signed in; never one’s own; the same id again is the same post',
  params: Type.Object({ staffId: Type.String({ pattern: '^[0-9]{1,9}$' }) }),
  body: Type.Object({
    postId: uuidSchema,
    role: nullable(staffRoleSchema),
    officeId: nullable(Type.Integer()),
    fromOn: civilDateSchema,
    toOn: nullable(civilDateSchema),
    reason: text(300),
  }),
  answer: colleagueSchema,
  status: 201,
  refuses: ['not-found', 'post-own', 'post-out-of-reach', 'post-days-wrong', 'office-unknown', 'note-missing'],
})
