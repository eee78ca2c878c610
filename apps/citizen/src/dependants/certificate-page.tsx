import { Notice, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Link, Redirect } from 'wouter'
import { findCode } from '../shared/api/failure.ts'
import type { LetterPhoto } from '../shared/outbox/letter-photos.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { CertificateStep } from './certificate-step.tsx'
import { TEXTS } from './texts.ts'
import { useDependantRequests } from './use-dependants.ts'

export const SentPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('sent-title')}>
      <Notice kind="good">
        <p>{text('sent-text')}</p>
      </Notice>
      <p>
        <Link href="/ca-nhan/nguoi-phu-thuoc" className="button">
          {text('back')}
        </Link>
      </p>
    </Page>
  )
}

const nothing = async (): Promise<void> => undefined

/** A request that the server has and whose photo never came. */
export const CertificatePage = ({ requestId }: { readonly requestId: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useDependantRequests()
  const [photos, setPhotos] = useState<readonly LetterPhoto[]>([])
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  const asked = query.data?.find((one) => one.requestId === requestId && one.state === 'awaiting-photo')
  if (asked !== undefined) {
    const { childName, bornOn, insuranceNumber, nationalId, relation } = asked
    const child = { requestId, childName, bornOn, insuranceNumber, nationalId, relation }
    return <CertificateStep child={child} photos={photos} onPhotos={setPhotos} forget={nothing} />
  }
  return (
    <Page title={text('title')}>
      <Loaded query={query}>{() => <p>{text('not-found')}</p>}</Loaded>
      <p>
        <Link href="/ca-nhan/nguoi-phu-thuoc" className="back-link">
          {text('back')}
        </Link>
      </p>
    </Page>
  )
}
