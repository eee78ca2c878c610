import type { ChatQueue } from '@an-sinh/contract'
import { DEPARTMENTS } from '@an-sinh/domain'
import { useLanguage } from '@an-sinh/ui'
import { formatClockTime } from '../shared/format-instant.ts'
import { chatMessages } from './chat-messages.ts'

/** Who waits, since when, and who else is there. */
export const QueuePanel = ({ queue }: { readonly queue: ChatQueue | null }) => {
  const say = chatMessages.useSay()
  const { language } = useLanguage()
  const { waiting = [], agents = [] } = queue ?? {}
  return (
    <div className="chat-queue">
      <section aria-labelledby="chat-queue">
        <h2 id="chat-queue">{say('queue')}</h2>
        <output className="chat-standing">
          {waiting.length === 0 ? (
            <p className="empty">{say('queueEmpty')}</p>
          ) : (
            <ul>
              {waiting.map((line) => (
                <li key={line.department}>
                  {say('queueLine', {
                    department: DEPARTMENTS[line.department][language],
                    waiting: line.waiting,
                    since: formatClockTime(line.since),
                  })}
                </li>
              ))}
            </ul>
          )}
        </output>
      </section>
      <section aria-labelledby="chat-agents">
        <h2 id="chat-agents">{say('agents')}</h2>
        <ul>
          {agents.map(({ staffId, staffName, chats }) => (
            <li key={staffId}>{say('agentLine', { name: staffName, chats })}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}
