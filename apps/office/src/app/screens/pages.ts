import { lazy } from 'react'

/** Each screen is loaded when it is first shown. */
export const QueueScreen = lazy(async () => ({ default: (await import('./queue-screen.tsx')).QueueScreen }))
export const ImportsPage = lazy(async () => ({ default: (await import('../../imports/index.tsx')).ImportsPage }))
export const ImportPage = lazy(async () => ({ default: (await import('../../imports/index.tsx')).ImportPage }))
export const DependantQueueScreen = lazy(async () => ({ default: (await import('../../dependants/index.tsx')).DependantQueueScreen }))
export const DependantCaseScreen = lazy(async () => ({ default: (await import('../../dependants/index.tsx')).DependantCaseScreen }))
export const RequestQueuePage = lazy(async () => ({ default: (await import('../../requests/index.tsx')).RequestQueuePage }))
export const RequestCasePage = lazy(async () => ({ default: (await import('../../requests/index.tsx')).RequestCasePage }))
export const FiguresPage = lazy(async () => ({ default: (await import('../../figures/index.tsx')).FiguresPage }))
export const AuditExportPage = lazy(async () => ({ default: (await import('../../audit-exports/index.tsx')).AuditExportPage }))
export const ClosuresPage = lazy(async () => ({ default: (await import('../../closures/index.tsx')).ClosuresPage }))
export const SuspectsPage = lazy(async () => ({ default: (await import('../../fraud/index.tsx')).SuspectsPage }))
export const ReviewPage = lazy(async () => ({ default: (await import('../../fraud/index.tsx')).ReviewPage }))
export const BatchesScreen = lazy(async () => ({ default: (await import('./batch-screens.tsx')).BatchesScreen }))
export const BatchScreen = lazy(async () => ({ default: (await import('./batch-screens.tsx')).BatchScreen }))
export const OfficeVisitsPage = lazy(async () => ({ default: (await import('../../visit-plans/index.tsx')).OfficeVisitsPage }))
export const PracticePage = lazy(async () => ({ default: (await import('../../practice/index.tsx')).PracticePage }))
export const CaseScreen = lazy(async () => ({ default: (await import('../case-screen.tsx')).CaseScreen }))
export const WaitingScreen = lazy(async () => ({ default: (await import('./waiting-screens.tsx')).WaitingScreen }))
export const NewcomerScreen = lazy(async () => ({ default: (await import('./waiting-screens.tsx')).NewcomerScreen }))
export const StaffPostsPage = lazy(async () => ({ default: (await import('../../staff-posts/index.tsx')).StaffPostsPage }))
export const AccountDeskPage = lazy(async () => ({ default: (await import('../../accounts/index.tsx')).AccountDeskPage }))
export const DataRequestQueueScreen = lazy(async () => ({
  default: (await import('../../data-requests/index.tsx')).DataRequestQueueScreen,
}))
export const DataRequestCaseScreen = lazy(async () => ({ default: (await import('../../data-requests/index.tsx')).DataRequestCaseScreen }))
