export { SessionGuard } from './session-guard.tsx'
export { SignInPage } from './sign-in-page.tsx'
export { findUser, isOfficer, type SignedInUser, signOut } from './staff-requests.ts'
