import type { GeoPoint } from '@an-sinh/domain'
import { useState } from 'react'

type Location = {
  readonly point: GeoPoint | null
  readonly state: 'off' | 'asking' | 'on' | 'refused'
  readonly ask: () => void
  readonly forget: () => void
}

const WAIT_MS = 15_000
/** A point of the last minutes serves as well as a new one. */
const AGE_MS = 300_000

/** Where the phone is, when its owner asks for it. It is kept in this page's memory and goes nowhere. */
export const useLocation = (): Location => {
  const [point, setPoint] = useState<GeoPoint | null>(null)
  const [state, setState] = useState<Location['state']>('off')
  const ask = (): void => {
    if (!('geolocation' in navigator)) {
      setState('refused')
      return
    }
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setPoint({ longitude: coords.longitude, latitude: coords.latitude })
        setState('on')
      },
      () => setState('refused'),
      { timeout: WAIT_MS, maximumAge: AGE_MS },
    )
  }
  const forget = (): void => {
    setPoint(null)
    setState('off')
  }
  return { point, state, ask, forget }
}
