import type { EmployerOfficer } from '@an-sinh/contract'
import { Waiting } from '@an-sinh/ui'
import { createRootRoute, createRoute, createRouter, Outlet, redirect, RouterProvider, useRouterState } from '@tanstack/react-router'
import { type ComponentType, createContext, Suspense, useContext, useMemo } from 'react'
import { AreaLink } from '../../shared/area-link.tsx'
import { sharedMessages } from '../../shared/shared-messages.ts'
import type { SignedInUser } from '../../staff/index.tsx'
import { CrashPage } from '../crash-page.tsx'
import { areaMessages } from './area-messages.ts'
import './employer-area.css'
import './rollouts.css'
import { EMPLOYER_PAGES, type EmployerPageProps } from './employer-pages.ts'
import { EmployerShell } from './employer-shell.tsx'

type Context = {
  readonly officer: EmployerOfficer
  readonly onSignedIn: (user: SignedInUser) => void
  readonly onSignOut: () => void
}

/** Not the router's own context: that one is typed by the desk's router. */
const Officer = createContext<Context | null>(null)

const AreaNotFound = () => {
  const say = areaMessages.useSay()
  return (
    <main id="main" className="page">
      <h1>{say('notFoundTitle')}</h1>
      <p>{say('notFound')}</p>
      <AreaLink to="/don-vi" className="button button-main">
        {say('toHome')}
      </AreaLink>
    </main>
  )
}

const Root = () => {
  const say = sharedMessages.useSay()
  const context = useContext(Officer)
  return context === null ? null : (
    <EmployerShell {...context}>
      <Suspense fallback={<Waiting label={say('loading')} />}>
        <Outlet />
      </Suspense>
    </EmployerShell>
  )
}

const withOfficer = (Page: ComponentType<EmployerPageProps>) => () => {
  const context = useContext(Officer)
  const params = useRouterState({ select: ({ matches }): EmployerPageProps['params'] => matches.at(-1)?.params ?? {} })
  return context === null ? null : <Page officer={context.officer} params={params} />
}

const makeAreaRouter = () => {
  const root = createRootRoute({ component: Root, notFoundComponent: AreaNotFound, errorComponent: CrashPage })
  const start = createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      // oxlint-disable-next-line typescript/only-throw-error -- the router's own way to redirect
      throw redirect({ href: '/don-vi', replace: true })
    },
  })
  const pages = EMPLOYER_PAGES.map(({ path, page }) => createRoute({ getParentRoute: () => root, path, component: withOfficer(page) }))
  return createRouter({ routeTree: root.addChildren([start, ...pages]), scrollRestoration: true })
}

/** The employer's area: routes and menu from one list (employer-pages.ts). */
export const EmployerArea = ({ officer, onSignedIn, onSignOut }: Context) => {
  // One router for one officer, as for staff.
  // oxlint-disable-next-line react/exhaustive-deps -- a renewed session of the same officer keeps the screen
  const router = useMemo(() => makeAreaRouter(), [officer.officerId])
  const context = useMemo(() => ({ officer, onSignedIn, onSignOut }), [officer, onSignedIn, onSignOut])
  return (
    <Officer.Provider value={context}>
      <RouterProvider router={router} />
    </Officer.Provider>
  )
}
