import type { ChatStanding, ChatWithMessages } from '@an-sinh/contract'
import { useTexts } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { BeginPage } from './begin-page.tsx'
import { TalkPage } from './talk-page.tsx'
import { TEXTS } from './texts.ts'
import { NeverAsk } from './warning.tsx'
import './chats.css'

const LOOK_AGAIN_MS = 30_000

type Found = { readonly standing: ChatStanding; readonly begun: ChatWithMessages | null }

const find = async (): Promise<Found> => {
  const standing = await call('GET /api/chats', {})
  return { standing, begun: standing.own === null ? null : await call('GET /api/chats/:chatId', { params: { chatId: standing.own } }) }
}

/** Talking with the support desk: one's open chat, or a new one. */
export const Chats = (): ReactNode => {
  const text = useTexts(TEXTS)
  const client = useQueryClient()
  const [begun, setBegun] = useState<ChatWithMessages | null>(null)
  const found = useQuery({
    queryKey: ['chats'],
    queryFn: find,
    gcTime: 0,
    refetchOnWindowFocus: false,
    // Somebody may come on duty while one looks at the closed door.
    refetchInterval: ({ state: { data } }) => (data !== undefined && data.begun === null && !data.standing.open ? LOOK_AGAIN_MS : false),
  })
  const again = (): void => {
    setBegun(null)
    client.removeQueries({ queryKey: ['chats'] })
    void found.refetch()
  }
  return (
    <Page
      title={text('title')}
      intro={
        <Link href="/tro-giup" className="back-link">
          {text('to-help')}
        </Link>
      }
    >
      <NeverAsk />
      {begun === null ? (
        <Loaded query={found}>
          {({ standing, begun: kept }) =>
            kept === null ? (
              <BeginPage standing={standing} onBegun={setBegun} />
            ) : (
              <TalkPage key={kept.chat.chatId} begun={kept} onAgain={again} />
            )
          }
        </Loaded>
      ) : (
        <TalkPage key={begun.chat.chatId} begun={begun} onAgain={again} />
      )}
    </Page>
  )
}
