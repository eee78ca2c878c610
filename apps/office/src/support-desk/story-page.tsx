import type { StoryReason } from '@an-sinh/contract'
import { CommandButton, Notice, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { problemCode } from '../shared/api-problem.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { usePageTitle } from '../shared/use-page-title.ts'
import { StoryView } from './story-view.tsx'
import { openPersonStory } from './support-calls.ts'
import { supportMessages } from './support-messages.ts'

type Props = { readonly reason: StoryReason | null; readonly reference: string; readonly onDesk: () => void }

/** The story of whom a ticket, a chat or a call-back is about; opened once for each visit, since each opening is a line in their record. */
export const StoryPage = ({ reason, reference, onDesk }: Props) => {
  const say = supportMessages.useSay()
  usePageTitle(say('storyTitle'))
  const found = useQuery({
    queryKey: ['support-story', reason, reference],
    queryFn: () => openPersonStory({ reason: reason ?? 'ticket', reference, who: '', bornOn: null, phoneTail: null }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
  })
  return (
    <main id="main" className="page account-page desk-page">
      <h1 tabIndex={-1}>{say('storyTitle')}</h1>
      {found.isPending ? <Waiting label={say('waiting')} /> : null}
      {found.isError && problemCode(found.error) === 'story-unknown' ? (
        <Notice kind="warning" title={say('storyElsewhere')} live>
          <p>{say('storyElsewhereNext')}</p>
        </Notice>
      ) : found.isError ? (
        <ProblemNotice error={found.error} />
      ) : null}
      {found.data === undefined ? null : <StoryView story={found.data} />}
      <CommandButton onPress={onDesk}>{say('toDesk')}</CommandButton>
    </main>
  )
}
