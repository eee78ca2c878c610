import { formatInstant, TextField, useLanguage, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useOnline } from '../shared/online/use-online.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { AnswerViews } from './answer-views.tsx'
import { Filters, type Narrowed, NOTHING_CHOSEN } from './filters.tsx'
import { keepProvince, readProvince } from './kept-package.ts'
import type { LookupScreen } from './lookup-screens.ts'
import { TEXTS } from './texts.ts'
import { useFound } from './use-found.ts'
import { useLocation } from './use-location.ts'
import { usePackage } from './use-package.ts'

/** Here people type the short forms that hospitals write on their papers. */
const IN_HEALTH = ['facilities', 'sick-leave'] as const

/** One box to type into, what it may mean, and a few ways to narrow it. */
export const SearchPage = ({ screen }: { readonly screen: LookupScreen }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const isOnline = useOnline()
  const location = useLocation()
  const [typed, setTyped] = useState('')
  const [narrowed, setNarrowed] = useState<Narrowed>(() => ({ ...NOTHING_CHOSEN, provinceCode: readProvince() }))
  const { held } = usePackage(narrowed.provinceCode)
  const { local, asked } = useFound(
    { ...narrowed, kind: screen.kind, typed, point: location.point },
    { provinceCode: narrowed.provinceCode, held },
  )
  const narrow = (next: Narrowed): void => {
    keepProvince(next.provinceCode)
    setNarrowed(next)
  }
  return (
    <Page title={text(screen.slug)} wide>
      <TextField
        name="q"
        type="search"
        label={text(`${screen.slug}-ask`)}
        hint={text(IN_HEALTH.some((kind) => kind === screen.kind) ? 'search-hint' : 'name-hint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={160}
        value={typed}
        onChange={setTyped}
      />
      <Filters screen={screen} narrowed={narrowed} onChange={narrow} location={location} />
      {local === null ? (
        <Loaded query={asked}>{(answer) => <AnswerViews {...answer} screen={screen} here={location.point} on={narrowed.on} />}</Loaded>
      ) : (
        <AnswerViews {...local} screen={screen} here={location.point} on={narrowed.on} />
      )}
      {held === null || isOnline ? null : <p className="field-hint">{text('kept-since', { at: formatInstant(held.madeAt, language) })}</p>}
      <p>
        <Link href="/tra-cuu" className="back-link">
          {text('other-lookups')}
        </Link>
      </p>
    </Page>
  )
}
