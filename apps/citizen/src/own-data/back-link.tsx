import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { TEXTS } from './texts.ts'

const PLACES = {
  'back-home': '/ca-nhan',
  'back-hub': '/ca-nhan/du-lieu',
  'back-requests': '/ca-nhan/du-lieu/yeu-cau',
} as const

export const BackLink = ({ to }: { readonly to: keyof typeof PLACES }): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <p>
      <Link href={PLACES[to]} className="back-link">
        {text(to)}
      </Link>
    </p>
  )
}
