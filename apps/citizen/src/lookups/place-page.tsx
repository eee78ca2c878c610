import type { LookupAreaAnswer } from '@an-sinh/contract'
import { civilDateIn, fillPlace } from '@an-sinh/domain'
import { Button, formatDate, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { findKeptPackage, readProvince } from './kept-package.ts'
import type { LookupScreen } from './lookup-screens.ts'
import { type FoundPlace, indexOf } from './package-index.ts'
import { PlaceFacts } from './place-facts.tsx'
import { TEXTS } from './texts.ts'

type Shown = {
  readonly place: FoundPlace
  readonly areas: ReadonlyMap<string, LookupAreaAnswer>
  readonly holds: boolean
}

/** From the server; without a network from the province that lies on the phone. */
const readPlace = async ({ kind }: LookupScreen, id: string): Promise<Shown> => {
  try {
    const answer = await call('GET /api/lookups/:kind/:id', { params: { kind, id } })
    return { place: fillPlace(answer.place), areas: new Map(answer.areas.map((area) => [area.code, area])), holds: answer.holds }
  } catch (error) {
    const held = await findKeptPackage(readProvince() ?? '')
    const kept = held === null ? undefined : indexOf(held, kind).index.places.find(({ place }) => place.id === id)?.place
    if (held === null || kept === undefined) throw error
    const holds = (kept.answer.validTo ?? '9999-12-31') >= civilDateIn(Date.now())
    return { place: kept, areas: new Map(held.areas.map((area) => [area.code, area])), holds }
  }
}

/** Hands the address on, or lays it ready to be pasted. */
const ShareButton = ({ name }: { readonly name: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const [copied, setCopied] = useState(false)
  const share = (): void => {
    const url = window.location.href
    if ('share' in navigator) void navigator.share({ title: name, url }).catch(() => undefined)
    else void globalThis.navigator.clipboard.writeText(url).then(() => setCopied(true))
  }
  return (
    <p>
      <Button kind="second" onClick={share}>
        {text('share')}
      </Button>
      <output>{copied ? text('copied') : ''}</output>
    </p>
  )
}

const Place = ({ shown, screen }: { readonly shown: Shown; readonly screen: LookupScreen }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { place, areas, holds } = shown
  const { validTo, sample } = place.answer
  return (
    <Page title={place.name}>
      {holds || screen.kind === 'units' ? null : (
        <Notice kind="error" title={text('ended')}>
          <p>{text(`ended-${screen.kind}`, { on: validTo === undefined ? '…' : formatDate(validTo, language) })}</p>
        </Notice>
      )}
      {sample === true ? (
        <Notice kind="warning" title={text('sample')}>
          <p>{text('sample-text')}</p>
        </Notice>
      ) : null}
      <PlaceFacts place={place} areas={areas} screen={screen} />
      <ShareButton name={place.name} />
      <p>
        <Link href={`/tra-cuu/${screen.slug}`} className="back-link">
          {text(screen.slug)}
        </Link>
      </p>
    </Page>
  )
}

/** One thing under an address of its own, to be sent to somebody. */
export const PlacePage = ({ screen, id }: { readonly screen: LookupScreen; readonly id: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useQuery({ queryKey: ['lookup', screen.kind, id], queryFn: async () => readPlace(screen, id) })
  if (query.data !== undefined) return <Place shown={query.data} screen={screen} />
  return (
    <Page title={text(screen.slug)}>
      <Loaded query={query}>{() => null}</Loaded>
      <p>
        <Link href={`/tra-cuu/${screen.slug}`} className="back-link">
          {text(screen.slug)}
        </Link>
      </p>
    </Page>
  )
}
