import { LanguageProvider, useTexts, Waiting } from '@an-sinh/ui'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { makeQueryClient } from '../shared/api/query-client.ts'
import { CrashGuard } from './crash-guard.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { Shell } from './shell.tsx'
import { StartPage } from './start-page.tsx'
import { TEXTS } from './texts.ts'

const RegistrationForm = lazy(async () => ({ default: (await import('../registration-form/index.tsx')).RegistrationForm }))
const RegistrationPlaces = lazy(async () => ({ default: (await import('../registration-places/index.tsx')).RegistrationPlaces }))
const RegistrationPhotos = lazy(async () => ({ default: (await import('../registration-photos/index.tsx')).RegistrationPhotos }))
const PreparedDraftPage = lazy(async () => ({ default: (await import('../prepared-drafts/index.tsx')).PreparedDraftPage }))
const Registrations = lazy(async () => ({ default: (await import('../registrations/index.tsx')).Registrations }))
const Accounts = lazy(async () => ({ default: (await import('../accounts/index.tsx')).Accounts }))
const Devices = lazy(async () => ({ default: (await import('../devices/index.tsx')).Devices }))
const Passkeys = lazy(async () => ({ default: (await import('../passkeys/index.tsx')).Passkeys }))
const Contacts = lazy(async () => ({ default: (await import('../contacts/index.tsx')).Contacts }))
const HomePage = lazy(async () => ({ default: (await import('./home-page.tsx')).HomePage }))
const CardPage = lazy(async () => ({ default: (await import('../cards/index.tsx')).CardPage }))
const BenefitsPage = lazy(async () => ({ default: (await import('../benefits/index.tsx')).BenefitsPage }))
const Contributions = lazy(async () => ({ default: (await import('../contributions/index.tsx')).Contributions }))
const Visits = lazy(async () => ({ default: (await import('../visits/index.tsx')).Visits }))
const Procedures = lazy(async () => ({ default: (await import('../procedures/index.tsx')).Procedures }))
const Adjustments = lazy(async () => ({ default: (await import('../adjustments/index.tsx')).Adjustments }))
const AccountStopPage = lazy(async () => ({ default: (await import('../account-stops/index.tsx')).AccountStopPage }))
const Statements = lazy(async () => ({ default: (await import('../statements/index.tsx')).Statements }))
const PublicChecks = lazy(async () => ({ default: (await import('../public-checks/index.tsx')).PublicChecks }))
const InstallPage = lazy(async () => ({ default: (await import('../install/index.tsx')).InstallPage }))
const StoragePage = lazy(async () => ({ default: (await import('../device-storage/index.tsx')).StoragePage }))
const UnsentPage = lazy(async () => ({ default: (await import('../unsent/index.tsx')).UnsentPage }))
const OwnData = lazy(async () => ({ default: (await import('../own-data/index.tsx')).OwnData }))
const Notices = lazy(async () => ({ default: (await import('../notices/index.tsx')).Notices }))
const Dependants = lazy(async () => ({ default: (await import('../dependants/index.tsx')).Dependants }))
const InvitationStopPage = lazy(async () => ({ default: (await import('../invitations/index.tsx')).InvitationStopPage }))
const Lookups = lazy(async () => ({ default: (await import('../lookups/index.tsx')).Lookups }))
const NumberRequests = lazy(async () => ({ default: (await import('../number-requests/index.tsx')).NumberRequests }))
const Assistant = lazy(async () => ({ default: (await import('../assistant/index.tsx')).Assistant }))
const Chats = lazy(async () => ({ default: (await import('../chats/index.tsx')).Chats }))
const CallBackPage = lazy(async () => ({ default: (await import('../call-backs/index.tsx')).CallBackPage }))
const Tickets = lazy(async () => ({ default: (await import('../tickets/index.tsx')).Tickets }))
const StatusPage = lazy(async () => ({ default: (await import('../incidents/index.tsx')).StatusPage }))
const Help = lazy(async () => ({ default: (await import('../help/index.tsx')).Help }))

const queryClient = makeQueryClient()

const LoadingPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <main id="main" className="page">
      <Waiting label={text('loading')} />
    </main>
  )
}

/** Which feature draws which address. Addresses are Vietnamese, as people read them aloud. */
const Pages = (): ReactNode => (
  <Switch>
    <Route path="/" component={StartPage} />
    <Route path="/dang-ky/dia-chi" component={RegistrationPlaces} />
    <Route path="/dang-ky/co-quan" component={RegistrationPlaces} />
    <Route path="/dang-ky/anh" component={RegistrationPhotos} />
    <Route path="/chup-anh" component={RegistrationPhotos} />
    <Route path="/dang-ky/ma" component={PreparedDraftPage} />
    <Route path="/dang-ky/*?" component={RegistrationForm} />
    <Route path="/to-khai" component={Registrations} />
    <Route path="/ho-so/*?" component={Registrations} />
    <Route path="/dang-nhap/huy-doi-lien-lac" component={Contacts} />
    <Route path="/dang-nhap/*?" component={Accounts} />
    <Route path="/ca-nhan" component={HomePage} />
    <Route path="/ca-nhan/the" component={CardPage} />
    <Route path="/ca-nhan/quyen-loi" component={BenefitsPage} />
    <Route path="/ca-nhan/qua-trinh/*?" component={Contributions} />
    <Route path="/ca-nhan/so-kham/*?" component={Visits} />
    <Route path="/ca-nhan/yeu-cau/*?" component={Procedures} />
    <Route path="/ca-nhan/tai-khoan/khoa-dang-nhap/*?" component={Passkeys} />
    <Route path="/ca-nhan/dieu-chinh/*?" component={Adjustments} />
    <Route path="/ca-nhan/ngung-giao-dich" component={AccountStopPage} />
    <Route path="/ca-nhan/tai-khoan/*?" component={Contacts} />
    <Route path="/ca-nhan/tin-nhan/*?" component={Notices} />
    <Route path="/cai-dat" component={InstallPage} />
    <Route path="/ca-nhan/bo-nho" component={StoragePage} />
    <Route path="/ca-nhan/cho-gui" component={UnsentPage} />
    <Route path="/ca-nhan/du-lieu/*?" component={OwnData} />
    <Route path="/ca-nhan/thiet-bi" component={Devices} />
    <Route path="/ca-nhan/mat-khau" component={Devices} />
    <Route path="/ca-nhan/giay-xac-nhan/*?" component={Statements} />
    <Route path="/kiem-tra/*?" component={PublicChecks} />
    <Route path="/tra-cuu/ma-so" component={NumberRequests} />
    <Route path="/tra-cuu/*?" component={Lookups} />
    <Route path="/ca-nhan/nguoi-phu-thuoc/*?" component={Dependants} />
    <Route path="/ca-nhan/*" component={Accounts} />
    <Route path="/loi-moi" component={InvitationStopPage} />
    <Route path="/ho-tro/tro-chuyen" component={Chats} />
    <Route path="/tro-giup/hoi" component={Assistant} />
    <Route path="/tro-giup/*?" component={Help} />
    <Route path="/ho-tro/goi-lai" component={CallBackPage} />
    <Route path="/ho-tro" component={Tickets} />
    <Route path="/ho-tro/phieu/*?" component={Tickets} />
    <Route path="/tinh-trang" component={StatusPage} />
    <Route path="/quyen-rieng-tu" component={Help} />
    <Route component={NotFoundPage} />
  </Switch>
)

export const App = (): ReactNode => (
  <LanguageProvider>
    <QueryClientProvider client={queryClient}>
      <Shell>
        <CrashGuard>
          <Suspense fallback={<LoadingPage />}>
            <Pages />
          </Suspense>
        </CrashGuard>
      </Shell>
    </QueryClientProvider>
  </LanguageProvider>
)
