import type { Announcement } from '@an-sinh/contract'
import { CommandButton, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { AnnouncementForm, type Draft, type Planned } from './announcement-form.tsx'
import { AnnouncementItem } from './announcement-item.tsx'
import { announcementMessages } from './announcement-messages.ts'
import { AnnouncementPreview } from './announcement-preview.tsx'
import { type Desk, listAnnouncements } from './announcement-requests.ts'

const WHILE_SENDING_MS = 3000

/** Writing: nothing, a new one, or the correction of one. */
type Writing = { readonly corrects: Announcement | null; readonly draft: Draft | null; readonly planned: Planned | null }

type WriterProps = {
  readonly desk: Desk
  readonly writing: Writing
  readonly onWriting: (writing: Writing | null) => void
  readonly onDone: () => void
}

const Writer = ({ desk, writing, onWriting, onDone }: WriterProps) => {
  const say = announcementMessages.useSay()
  const { corrects, draft, planned } = writing
  if (planned !== null)
    return <AnnouncementPreview planned={planned} onDone={onDone} onBack={() => onWriting({ ...writing, planned: null })} />
  return (
    <section aria-labelledby="new-announcement">
      <h2 id="new-announcement">{say('new')}</h2>
      <AnnouncementForm
        desk={desk}
        corrects={corrects}
        start={draft}
        onPlanned={(made, typed) => onWriting({ corrects, draft: typed, planned: made })}
        onCancel={() => onWriting(null)}
      />
    </section>
  )
}

/** Words to many: written, looked at, let go by a second person, stopped. */
export const AnnouncementsPage = () => {
  const say = announcementMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('title'))
  const [writing, setWriting] = useState<Writing | null>(null)
  const found = useQuery({
    queryKey: ['announcements'],
    queryFn: ({ signal }) => listAnnouncements(signal),
    refetchInterval: ({ state }) => (state.data?.announcements.some((one) => one.state === 'sending') === true ? WHILE_SENDING_MS : false),
  })
  const refresh = (): void => void found.refetch()
  const { data } = found
  return (
    <main id="main" className="page desk-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('lead')}</p>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={refresh} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {data === undefined ? null : writing === null ? (
        <CommandButton kind="main" onPress={() => setWriting({ corrects: null, draft: null, planned: null })}>
          {say('new')}
        </CommandButton>
      ) : (
        <Writer
          desk={data}
          writing={writing}
          onWriting={setWriting}
          onDone={() => {
            setWriting(null)
            refresh()
          }}
        />
      )}
      {data === undefined || writing !== null ? null : (
        <>
          <h2>{say('list')}</h2>
          {data.announcements.length === 0 ? <p className="empty">{say('empty')}</p> : null}
          <ul className="closure-list">
            {data.announcements.map((one) => (
              <AnnouncementItem
                key={one.announcementId}
                one={one}
                onChanged={refresh}
                onCorrect={(corrects) => setWriting({ corrects, draft: null, planned: null })}
              />
            ))}
          </ul>
        </>
      )}
    </main>
  )
}
