import type { CorrectionLineKind } from '@an-sinh/domain'
import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useProfile } from '../profile/profile.ts'
import { TEXTS } from './texts.ts'

/** `what` names the line for those who hear the links one after the other: "Công ty A, 01/2020 – 12/2020". */
type Props = { readonly kind: CorrectionLineKind; readonly id: string; readonly what: string }

/** "Dòng này sai": opens a request with this line attached. One under every line of one's own history. */
export const WrongLine = ({ kind, id, what }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const profile = useProfile()
  if (profile !== null) return null
  return (
    <Link href={`/ca-nhan/yeu-cau/moi?${new URLSearchParams({ loai: kind, dong: id }).toString()}`} className="wrong-line">
      {text('wrong-line')}
      <span className="visually-hidden">: {what}</span>
    </Link>
  )
}
