import type { IncidentFeature } from '@an-sinh/domain'
import { type ComponentType, lazy, Suspense } from 'react'
import { useSettings } from '../shared/use-settings.ts'

type Props = { readonly features: readonly IncidentFeature[]; readonly office: string | null }

const Nothing: ComponentType<Props & { readonly announced: string }> = () => null
/** Fetched only while something is announced; should it not arrive, the desk works without it. */
const IncidentBanner = lazy(async () => {
  const found = await import('../incidents/index.tsx').catch(() => null)
  return { default: found?.IncidentBanner ?? Nothing }
})

/** What is announced about these parts, everywhere or at this office. */
export const Announced = (props: Props) => {
  const announced = useSettings()?.announced ?? null
  return announced === null ? null : (
    <Suspense fallback={null}>
      <IncidentBanner announced={announced} {...props} />
    </Suspense>
  )
}
