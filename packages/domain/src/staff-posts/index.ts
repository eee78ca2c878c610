export { listGivenRoles, mayGivePost, STAFF_ROLES, type StaffRole } from './may-give-post.ts'
