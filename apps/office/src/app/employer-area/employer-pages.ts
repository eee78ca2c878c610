import type { EmployerOfficer } from '@an-sinh/contract'
import { type ComponentType, lazy } from 'react'
import type { areaMessages } from './area-messages.ts'

/** What every page is given; `params`: the holes of its address, e.g. `batchId` of `/don-vi/bang-ke/$batchId`. */
export type EmployerPageProps = { readonly officer: EmployerOfficer; readonly params: Readonly<Record<string, string>> }
/** `label`: a word of messages.vi.json and messages.en.json beside this file; without one the page stands in no menu. `for`: left out for both roles. */
type EmployerPage = {
  readonly path: `/don-vi${string}`
  readonly label?: Parameters<ReturnType<typeof areaMessages.useSay>>[0]
  readonly for?: 'administrator'
  readonly page: ComponentType<EmployerPageProps>
}
/**
 * Every page of the employer's area, in the order of its menu: one line each. A page is loaded when it is first shown and takes what it needs of
 * EmployerPageProps.
 */
export const EMPLOYER_PAGES: readonly EmployerPage[] = [
  {
    path: '/don-vi',
    label: 'progress',
    page: lazy(async () => ({ default: (await import('../../rollouts/index.tsx')).RolloutPage })),
  },
  {
    path: '/don-vi/danh-sach',
    label: 'roster',
    page: lazy(async () => ({ default: (await import('../../rosters/index.tsx')).RosterPage })),
  },
  {
    path: '/don-vi/danh-sach/tep',
    page: lazy(async () => ({ default: (await import('../../rosters/index.tsx')).RosterFilesPage })),
  },
  {
    path: '/don-vi/danh-sach/tep/$importId',
    page: lazy(async () => ({ default: (await import('../../rosters/index.tsx')).RosterImportPage })),
  },
  {
    path: '/don-vi/loi-moi',
    label: 'invitations',
    page: lazy(async () => ({ default: (await import('../../invitations/index.tsx')).InvitationsPage })),
  },
  {
    path: '/don-vi/to-roi',
    label: 'sheets',
    page: lazy(async () => ({ default: (await import('../../invitations/index.tsx')).SheetsPage })),
  },
  {
    path: '/don-vi/to-khai-san',
    label: 'preparedDrafts',
    page: lazy(async () => ({ default: (await import('../../prepared-drafts/index.tsx')).PreparedDraftsPage })),
  },
  {
    path: '/don-vi/in-to-khai',
    label: 'bulkForms',
    page: lazy(async () => ({ default: (await import('../../bulk-forms/index.tsx')).BulkFormsPage })),
  },
  {
    path: '/don-vi/nop-ho-so',
    label: 'handIns',
    page: lazy(async () => ({ default: (await import('../../hand-ins/index.tsx')).HandInsPage })),
  },
  { path: '/don-vi/nop-ho-so/$batchId', page: lazy(async () => ({ default: (await import('../../hand-ins/index.tsx')).HandInBatchPage })) },
  {
    path: '/don-vi/lich',
    label: 'visitPlans',
    page: lazy(async () => ({ default: (await import('../../visit-plans/index.tsx')).EmployerVisitsPage })),
  },
  {
    path: '/don-vi/thu',
    label: 'letters',
    page: lazy(async () => ({ default: (await import('../../employer-letters/index.tsx')).EmployerLettersPage })),
  },
  {
    path: '/don-vi/tro-chuyen',
    label: 'chat',
    page: lazy(async () => ({ default: (await import('../../employer-chats/index.tsx')).OwnChatPage })),
  },
  {
    path: '/don-vi/phan-anh',
    label: 'problemReports',
    page: lazy(async () => ({ default: (await import('../../problem-reports/index.tsx')).OwnReportsPage })),
  },
  {
    path: '/don-vi/phan-anh/$reportId',
    page: lazy(async () => ({ default: (await import('../../problem-reports/index.tsx')).OwnReportPage })),
  },
  {
    path: '/don-vi/can-bo',
    label: 'officers',
    for: 'administrator',
    page: lazy(async () => ({ default: (await import('../../employer-accounts/index.tsx')).OfficersPage })),
  },
  {
    path: '/don-vi/xuat-du-lieu',
    label: 'registerCopies',
    page: lazy(async () => ({ default: (await import('../../register-copies/index.tsx')).RegisterCopiesPage })),
  },
  {
    path: '/don-vi/thong-tin',
    label: 'home',
    page: lazy(async () => ({ default: (await import('../../employer-officers/index.tsx')).EmployerHomePage })),
  },
]
