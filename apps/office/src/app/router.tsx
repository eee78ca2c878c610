import { createRoute, createRouter, redirect, useRouter } from '@tanstack/react-router'
import { addPendingDecision } from '../counter/index.tsx'
import { type QueueName, QUEUE_NAMES } from '../queues/index.tsx'
import { OutagePage } from '../outages/index.tsx'
import { rootRoute, type RouterContext } from './root-route.tsx'
import * as pages from './screens/pages.ts'
import { useGo } from './use-go.ts'

const FIRST_QUEUE: QueueName = 'awaiting-visit'

/** Where a clerk goes back to from a case. */
let lastQueue: QueueName = FIRST_QUEUE
const rememberQueue = (queue: QueueName): void => {
  lastQueue = queue
}

const QueueRoute = () => {
  const { queue } = queueRoute.useParams()
  const { staff } = queueRoute.useRouteContext()
  const { toCase, toQueue } = useGo()
  return <pages.QueueScreen queue={queue} staff={staff} onQueue={toQueue} onOpen={toCase} />
}

const CaseRoute = () => {
  const { registrationId } = caseRoute.useParams()
  const { staff } = caseRoute.useRouteContext()
  const { toCase, toQueue, toReview, toWaiting } = useGo()
  const go = { onBack: (): void => toQueue(lastQueue), onOpen: toCase, onReview: toReview, onOtherPerson: toWaiting }
  return <pages.CaseScreen key={registrationId} registrationId={registrationId} staff={staff} queue={lastQueue} {...go} />
}

const SuspectsRoute = () => {
  const { staff } = suspectsRoute.useRouteContext()
  const { toCase, toReview } = useGo()
  return <pages.SuspectsPage role={staff.role} onReview={toReview} onCase={toCase} />
}

const ReviewRoute = () => {
  const { registrationId } = reviewRoute.useParams()
  const { toCase, toSuspects } = useGo()
  return <pages.ReviewPage key={registrationId} registrationId={registrationId} onBack={toSuspects} onCase={toCase} onHeld={holdRefusal} />
}

/** Taken back at the foot of the screen, as every decision. */
const holdRefusal = (refusal: Omit<Parameters<typeof addPendingDecision>[0], 'kind'>): void =>
  addPendingDecision({ ...refusal, kind: 'refuse' })

const ImportsRoute = () => {
  const { toImport } = useGo()
  return <pages.ImportsPage onOpen={toImport} />
}

const ImportRoute = () => {
  const { importId } = importRoute.useParams()
  const { toImports, toImport } = useGo()
  return <pages.ImportPage key={importId} importId={importId} onBack={toImports} onOpen={toImport} />
}

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    // Each role begins at its own desk.
    if (context.staff.role === 'support') {
      // oxlint-disable-next-line typescript/only-throw-error -- the router's own way to redirect
      throw redirect({ to: '/tai-khoan' })
    }
    if (context.staff.role === 'operator') {
      // oxlint-disable-next-line typescript/only-throw-error -- the router's own way to redirect
      throw redirect({ to: '/nhap-du-lieu' })
    }
    // oxlint-disable-next-line typescript/only-throw-error -- the router's own way to redirect
    throw redirect({ to: '/hang-cho/$queue', params: { queue: FIRST_QUEUE } })
  },
})

const queueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hang-cho/$queue',
  params: {
    parse: ({ queue }) => ({ queue: QUEUE_NAMES.find((name) => name === queue) ?? FIRST_QUEUE }),
    stringify: ({ queue }) => ({ queue }),
  },
  onEnter: ({ params }) => rememberQueue(params.queue),
  onStay: ({ params }) => rememberQueue(params.queue),
  component: QueueRoute,
})

const dependantsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/tre-phu-thuoc', component: pages.DependantQueueScreen })
const dependantRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tre-phu-thuoc/$requestId',
  component: pages.DependantCaseScreen,
})

const dataRequestsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/yeu-cau-du-lieu',
  component: pages.DataRequestQueueScreen,
})
const dataRequestRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/yeu-cau-du-lieu/$requestId',
  component: pages.DataRequestCaseScreen,
})

const REQUEST_QUEUES = ['to-decide', 'near-deadline', 'waiting', 'decided'] as const

const RequestsRoute = () => {
  const { queue } = requestsRoute.useParams()
  const { navigate } = useRouter()
  return (
    <pages.RequestQueuePage
      queue={queue}
      onQueue={(next) => void navigate({ to: '/yeu-cau/hang-cho/$queue', params: { queue: next } })}
      onOpen={(requestId) => void navigate({ to: '/yeu-cau/$requestId', params: { requestId } })}
    />
  )
}

const RequestRoute = () => {
  const { requestId } = requestRoute.useParams()
  const { navigate } = useRouter()
  const back = (): void => void navigate({ to: '/yeu-cau/hang-cho/$queue', params: { queue: 'to-decide' } })
  return <pages.RequestCasePage key={requestId} requestId={requestId} onBack={back} />
}

const requestsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/yeu-cau/hang-cho/$queue',
  params: {
    parse: ({ queue }) => ({ queue: REQUEST_QUEUES.find((name) => name === queue) ?? 'to-decide' }),
    stringify: ({ queue }) => ({ queue }),
  },
  component: RequestsRoute,
})
const requestRoute = createRoute({ getParentRoute: () => rootRoute, path: '/yeu-cau/$requestId', component: RequestRoute })
const practiceRoute = createRoute({ getParentRoute: () => rootRoute, path: '/luyen-tap', component: pages.PracticePage })
const suspectsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/xet-nghi-van', component: SuspectsRoute })
const reviewRoute = createRoute({ getParentRoute: () => rootRoute, path: '/xet-nghi-van/$registrationId', component: ReviewRoute })
const caseRoute = createRoute({ getParentRoute: () => rootRoute, path: '/ho-so/$registrationId', component: CaseRoute })
const accountDeskRoute = createRoute({ getParentRoute: () => rootRoute, path: '/tai-khoan', component: pages.AccountDeskPage })
/** The address of before, when only codes were given there. */
const counterCodeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/cap-ma', component: pages.AccountDeskPage })

const employerDeskRoute = createRoute({ getParentRoute: () => rootRoute, path: '/tai-khoan-don-vi', component: pages.EmployerDeskPage })

const newcomerRoute = createRoute({ getParentRoute: () => rootRoute, path: '/tai-quay/lap-ho-so', component: pages.NewcomerScreen })
const waitingRoute = createRoute({ getParentRoute: () => rootRoute, path: '/tai-quay', component: pages.WaitingScreen })
const auditExportRoute = createRoute({ getParentRoute: () => rootRoute, path: '/nhat-ky', component: pages.AuditExportPage })
const figuresRoute = createRoute({ getParentRoute: () => rootRoute, path: '/so-lieu', component: pages.FiguresPage })
/** In the first file on purpose: without the network nothing more can be loaded. */
const outageRoute = createRoute({ getParentRoute: () => rootRoute, path: '/khi-mat-mang', component: OutagePage })
const closuresRoute = createRoute({ getParentRoute: () => rootRoute, path: '/dong-cua', component: pages.ClosuresPage })

const batchesRoute = createRoute({ getParentRoute: () => rootRoute, path: '/bang-ke', component: pages.BatchesScreen })
const batchRoute = createRoute({ getParentRoute: () => rootRoute, path: '/bang-ke/$batchId', component: pages.BatchScreen })
const officeVisitsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/lich-don-vi', component: pages.OfficeVisitsPage })
const staffPostsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/vai-tro', component: pages.StaffPostsPage })
const badgeDeskRoute = createRoute({ getParentRoute: () => rootRoute, path: '/the-dai-ly', component: pages.BadgeDeskPage })
const campaignDeskRoute = createRoute({ getParentRoute: () => rootRoute, path: '/chien-dich', component: pages.CampaignDeskScreen })
const campaignPlansRoute = createRoute({ getParentRoute: () => rootRoute, path: '/chien-dich/dot', component: pages.CampaignPlansScreen })
const campaignLettersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/chien-dich/thu',
  component: pages.CampaignLettersScreen,
})
const ChatDeskRoute = () => <pages.ChatDeskPage staffId={chatDeskRoute.useRouteContext().staff.staffId} />
const chatDeskRoute = createRoute({ getParentRoute: () => rootRoute, path: '/ban-ho-tro/tro-chuyen', component: ChatDeskRoute })
const problemReportsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/phan-anh', component: pages.ProblemReportsScreen })
const callBacksRoute = createRoute({ getParentRoute: () => rootRoute, path: '/goi-lai', component: pages.CallBacksScreen })
const newReportRoute = createRoute({ getParentRoute: () => rootRoute, path: '/phan-anh/ghi-moi', component: pages.NewReportScreen })
const problemReportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/phan-anh/$reportId',
  component: pages.ProblemReportScreen,
})

const supportDeskRoute = createRoute({ getParentRoute: () => rootRoute, path: '/ban-ho-tro', component: pages.SupportDeskScreen })
const storyRoute = createRoute({ getParentRoute: () => rootRoute, path: '/ban-ho-tro/chuyen', component: pages.StoryScreen })
const storyLooksRoute = createRoute({ getParentRoute: () => rootRoute, path: '/ban-ho-tro/luot-xem', component: pages.StoryLooksScreen })

const IncidentsRoute = () => <pages.IncidentsPage role={incidentsRoute.useRouteContext().staff.role} />
const incidentsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/noi-dung/su-co', component: IncidentsRoute })

const announcementsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/noi-dung/thong-bao', component: pages.AnnouncementsPage })

const referenceDeskRoute = createRoute({ getParentRoute: () => rootRoute, path: '/noi-dung/danh-muc', component: pages.ReferenceDeskPage })

const importsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/nhap-du-lieu', component: ImportsRoute })
const importRoute = createRoute({ getParentRoute: () => rootRoute, path: '/nhap-du-lieu/$importId', component: ImportRoute })

export const makeRouter = (context: RouterContext) =>
  createRouter({
    routeTree: rootRoute.addChildren([
      startRoute,
      queueRoute,
      caseRoute,
      practiceRoute,
      suspectsRoute,
      reviewRoute,
      dependantsRoute,
      dependantRoute,
      requestsRoute,
      requestRoute,
      dataRequestsRoute,
      dataRequestRoute,
      accountDeskRoute,
      employerDeskRoute,
      staffPostsRoute,
      batchesRoute,
      batchRoute,
      officeVisitsRoute,
      badgeDeskRoute,
      counterCodeRoute,
      waitingRoute,
      newcomerRoute,
      closuresRoute,
      auditExportRoute,
      figuresRoute,
      outageRoute,
      campaignDeskRoute,
      campaignPlansRoute,
      campaignLettersRoute,
      chatDeskRoute,
      problemReportsRoute,
      callBacksRoute,
      newReportRoute,
      problemReportRoute,
      supportDeskRoute,
      storyRoute,
      storyLooksRoute,
      incidentsRoute,
      announcementsRoute,
      referenceDeskRoute,
      importsRoute,
      importRoute,
    ]),
    context,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
