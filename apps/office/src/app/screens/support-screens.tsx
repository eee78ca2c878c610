import type { StoryReason } from '@an-sinh/contract'
import { useRouteContext, useRouter, useSearch } from '@tanstack/react-router'
import { StoryLooksPage, StoryPage, SupportDeskPage } from '../../support-desk/index.tsx'

/** What tickets, chats and call-backs link to: `?phieu=`, `?chat=`, `?goi-lai=`. */
const REASONS = { phieu: 'ticket', chat: 'chat', 'goi-lai': 'call-back' } as const satisfies Record<string, StoryReason>

export const SupportDeskScreen = () => {
  const { staff } = useRouteContext({ from: '/ban-ho-tro' })
  const { navigate } = useRouter()
  const search: Record<string, unknown> = useSearch({ strict: false })
  const [given, answerTo] = [search['ma-loi'], search['tra-loi']]
  const mayInspect = staff.role === 'supervisor' || staff.role === 'province'
  return (
    <SupportDeskPage
      given={typeof given === 'string' ? given : ''}
      answerTo={typeof answerTo === 'string' ? answerTo : ''}
      mayInspect={mayInspect}
      onLooks={() => void navigate({ to: '/ban-ho-tro/luot-xem' })}
    />
  )
}

export const StoryScreen = () => {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const { navigate } = useRouter()
  const [name, reason] = Object.entries(REASONS).find(([key]) => search[key] !== undefined) ?? ['', null]
  const reference = search[name]
  return (
    <StoryPage
      reason={reason}
      reference={typeof reference === 'string' ? reference : ''}
      onDesk={() => void navigate({ to: '/ban-ho-tro' })}
    />
  )
}

export const StoryLooksScreen = () => {
  const { navigate } = useRouter()
  return <StoryLooksPage onDesk={() => void navigate({ to: '/ban-ho-tro' })} />
}
