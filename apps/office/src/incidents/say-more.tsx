import type { DeskIncident } from '@an-sinh/contract'
import { CommandButton } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { isEmptyMoment, MomentField, NO_MOMENT, readMoment, toMoment } from '../shared/moment-field.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { useSending } from '../shared/use-sending.ts'
import { incidentMessages } from './incident-messages.ts'
import { type NewWord, updateIncident } from './incident-requests.ts'
import { lacksWords, NO_WORDS, WordsFields } from './words-fields.tsx'

const TITLES = { open: 'sayTitle', ended: 'endTitle', withdrawn: 'withdrawTitle' } as const
type Props = {
  readonly incident: DeskIncident
  readonly state: NewWord['state']
  readonly onDone: () => void
  readonly onClose: () => void
}

/** The next word about an incident, or the last one. */
export const SayMore = ({ incident, state, onDone, onClose }: Props) => {
  const say = incidentMessages.useSay()
  const [last] = incident.updates
  const [words, setWords] = useState({ ...NO_WORDS, title: last?.title ?? NO_WORDS.title })
  const { expectedEndAt } = incident
  const [ends, setEnds] = useState(expectedEndAt === null ? NO_MOMENT : toMoment(Date.parse(expectedEndAt)))
  const [asked, setAsked] = useState(false)
  const { waiting, problem, run } = useSending()
  const end = isEmptyMoment(ends) ? null : readMoment(ends)
  const isEndWrong = end === null && !isEmptyMoment(ends)
  const send = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (lacksWords(words) || isEndWrong) return
    const word = { afterUpdateNo: last?.updateNo ?? 0, state, ...words, expectedEndAt: end }
    void run(async () => updateIncident(incident.incidentId, word).then(onDone))
  }
  return (
    <Dialog title={say(TITLES[state])} onClose={onClose} wide>
      <form onSubmit={send} noValidate>
        {problem === null ? null : <ProblemNotice error={problem} />}
        <WordsFields value={words} asked={asked} onChange={setWords} />
        {state === 'open' ? (
          <MomentField
            name="expectedEndAt"
            label={say('expectedEndAt')}
            error={asked && isEndWrong ? say('momentWrong') : undefined}
            value={ends}
            onChange={setEnds}
          />
        ) : null}
        <div className="button-row">
          <CommandButton type="submit" kind={state === 'withdrawn' ? 'danger' : 'main'} busy={waiting}>
            {say('send')}
          </CommandButton>
          <CommandButton kind="plain" onPress={onClose}>
            {say('cancel')}
          </CommandButton>
        </div>
      </form>
    </Dialog>
  )
}
