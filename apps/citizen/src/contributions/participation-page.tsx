import { formatDate, Notice, Tabs, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link, Redirect, useLocation, useSearch } from 'wouter'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { useProfile } from '../shared/profile/profile.ts'
import { ReadAloud } from '../shared/speech/read-aloud.tsx'
import { BranchPanel } from './branch-panel.tsx'
import { BRANCHES, findBranch, toAddress } from './branches.ts'
import { KnownOn } from './known-on.tsx'
import { TEXTS } from './texts.ts'
import { useParticipation } from './use-participation.ts'

/** Four tabs by the words people know; the address keeps the tab and the day as of which history is asked. */
export const ParticipationPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  // Of a child there is the health branch alone.
  const branchTabs = useProfile()?.kind === 'child' ? BRANCHES.filter(({ branch }) => branch === 'health') : BRANCHES
  const [tab, knownOn] = [findBranch(search.get('nhanh'), branchTabs), search.get('ngay')]
  const query = useParticipation(knownOn)
  const goTo = (slug: string, day: string | null): void => navigate(toAddress('', { nhanh: slug, ngay: day }), { replace: true })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('title')}>
      {knownOn === null ? null : (
        <Notice kind="warning" title={text('known-title', { on: formatDate(knownOn, language) })}>
          <p>{text('known-text')}</p>
        </Notice>
      )}
      <Tabs
        label={text('title')}
        tabs={branchTabs.map(({ slug, branch }) => ({ id: slug, label: text(`tab-${branch}`) }))}
        current={tab.slug}
        onChange={(slug) => goTo(slug, knownOn)}
      >
        <h2>{text(`branch-${tab.branch}`)}</h2>
        <Loaded query={query} fillsScreen>
          {({ branches, throughMonth }) => {
            const branch = branches.find((one) => one.branch === tab.branch)
            return branch === undefined ? null : (
              <BranchPanel branch={branch} slug={tab.slug} throughMonth={throughMonth} knownOn={knownOn} />
            )
          }}
        </Loaded>
      </Tabs>
      <ReadAloud />
      <KnownOn key={knownOn} knownOn={knownOn} onChange={(day) => goTo(tab.slug, day)} />
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}
