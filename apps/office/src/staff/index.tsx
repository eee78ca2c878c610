export { SessionGuard } from './session-guard.tsx'
export { SignInPage } from './sign-in-page.tsx'
export { findStaff, signOut } from './staff-requests.ts'
