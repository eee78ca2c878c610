import type { PersonStory } from '@an-sinh/contract'
import { Facts, Notice, useLanguage } from '@an-sinh/ui'
import { formatInstant } from '../shared/format-instant.ts'
import { supportMessages } from './support-messages.ts'

/** As near to the error as this an event belongs to what was being done. */
const NEAR_MS = 1_800_000

/** On top what stands in the way and the next step; below the journey, the newest first, trouble marked by a word. */
export const StoryView = ({ story }: { readonly story: PersonStory }) => {
  const say = supportMessages.useSay()
  const { language } = useLanguage()
  const isNear = (at: string): boolean => story.aroundAt !== null && Math.abs(Date.parse(at) - Date.parse(story.aroundAt)) <= NEAR_MS
  return (
    <section aria-labelledby="story-found">
      <Notice kind={story.code === 'nothing' ? 'good' : 'warning'} title={story.obstacle[language]} live>
        <p>
          <strong>{say('nextStep')}</strong> {story.nextStep[language]}
        </p>
      </Notice>
      <Facts
        facts={[
          { label: say('number'), value: story.numberMasked },
          { label: say('phone'), value: story.phoneMasked },
          { label: say('fileNumber'), value: story.fileNumber },
          { label: say('office'), value: story.officeName },
          { label: say('devices'), value: story.about === 'person' ? String(story.signedInDevices) : null },
        ]}
      />
      <h3 id="story-found">{say('journey')}</h3>
      {story.events.length === 0 ? (
        <p>{say('noEvents')}</p>
      ) : (
        <ol className="story">
          {story.events.toReversed().map(({ at, text, isTrouble }) => (
            <li key={`${at}${text.vi}`} className={isNear(at) ? 'story-near' : undefined}>
              <time dateTime={at}>{formatInstant(at)}</time> {isNear(at) ? <em>{say('aroundError')} </em> : null}
              {isTrouble ? <strong>{say('trouble')} </strong> : null}
              {text[language]}
            </li>
          ))}
        </ol>
      )}
      <p className="small">{say('told')}</p>
    </section>
  )
}
