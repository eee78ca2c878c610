import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { TEXTS } from './texts.ts'

type Props = { readonly hotline: string | undefined; readonly officePhone?: string | null | undefined }

const callable = (phone: string): string => `tel:${phone.replace(/[^\d+]/gu, '')}`

/** The numbers to call, as links; nothing while none is known. */
export const Hotline = ({ hotline, officePhone }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <>
      {hotline === undefined ? null : (
        <p>
          {text('hotline')} <a href={callable(hotline)}>{hotline}</a>
        </p>
      )}
      {officePhone === undefined || officePhone === null ? null : (
        <p>
          {text('office-phone')} <a href={callable(officePhone)}>{officePhone}</a>
        </p>
      )}
    </>
  )
}
