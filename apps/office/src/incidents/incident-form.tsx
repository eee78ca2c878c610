import { INCIDENT_FEATURE_NAMES, INCIDENT_FEATURES, INCIDENT_KINDS, type IncidentFeature, type IncidentKind } from '@an-sinh/domain'
import { ChoiceField, CommandButton, goToFirstWrong, TickField, useLanguage } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { isEmptyMoment, MomentField, NO_MOMENT, readMoment, toMoment } from '../shared/moment-field.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { serverNow } from '../shared/server-clock.ts'
import { useSending } from '../shared/use-sending.ts'
import { incidentMessages } from './incident-messages.ts'
import { openIncident } from './incident-requests.ts'
import { lacksWords, NO_WORDS, WordsFields } from './words-fields.tsx'

type FeaturesProps = {
  readonly chosen: readonly IncidentFeature[]
  readonly error: string | undefined
  readonly onChange: (chosen: readonly IncidentFeature[]) => void
}

const Features = ({ chosen, error, onChange }: FeaturesProps) => {
  const say = incidentMessages.useSay()
  const { language } = useLanguage()
  return (
    <fieldset className="field">
      <legend className="field-label">{say('features')}</legend>
      {error === undefined ? null : <p className="field-error">{error}</p>}
      <div className="feature-ticks">
        {INCIDENT_FEATURES.map((feature) => (
          <TickField
            key={feature}
            name={`feature-${feature}`}
            label={INCIDENT_FEATURE_NAMES[feature][language]}
            checked={chosen.includes(feature)}
            onChange={(on) => onChange(on ? [...chosen, feature] : chosen.filter((one) => one !== feature))}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** What is being announced, and what is missing in it. */
const useIncident = (suggested: readonly IncidentFeature[]) => {
  const [incidentId] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<IncidentKind | null>(suggested.length === 0 ? null : 'disturbance')
  const [features, setFeatures] = useState<readonly IncidentFeature[]>(suggested)
  const [begins, setBegins] = useState(() => toMoment(serverNow()))
  const [ends, setEnds] = useState(NO_MOMENT)
  const [words, setWords] = useState(NO_WORDS)
  const [alongside, setAlongside] = useState(false)
  const [beginsAt, expectedEndAt] = [readMoment(begins), isEmptyMoment(ends) ? null : readMoment(ends)]
  const lacks = {
    kind: kind === null,
    features: kind !== 'fraud-warning' && features.length === 0,
    begins: beginsAt === null,
    ends: expectedEndAt === null && (kind === 'planned-work' || !isEmptyMoment(ends)),
    words: lacksWords(words),
  }
  const incident =
    kind === null || beginsAt === null || Object.values(lacks).some(Boolean)
      ? null
      : { incidentId, kind, features: [...features], beginsAt, expectedEndAt, ...words, alongside }
  return {
    kind,
    setKind,
    features,
    setFeatures,
    begins,
    setBegins,
    ends,
    setEnds,
    words,
    setWords,
    alongside,
    setAlongside,
    lacks,
    incident,
  }
}

type Props = { readonly suggested: readonly IncidentFeature[]; readonly onDone: () => void; readonly onCancel: () => void }

/** One thing to announce; pressed twice it is announced once. */
export const IncidentForm = ({ suggested, onDone, onCancel }: Props) => {
  const say = incidentMessages.useSay()
  const state = useIncident(suggested)
  const { waiting, problem, run } = useSending()
  const [asked, setAsked] = useState(false)
  const publish = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    const { incident } = state
    if (incident === null) goToFirstWrong()
    else void run(async () => openIncident(incident).then(onDone))
  }
  const when = (missing: boolean, sentence: string): string | undefined => (asked && missing ? sentence : undefined)
  return (
    <form onSubmit={publish} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <ChoiceField<IncidentKind>
        name="kind"
        label={say('kind')}
        error={when(state.lacks.kind, say('kindMissing'))}
        choices={INCIDENT_KINDS.map((value) => ({ value, label: say(`kind-${value}`) }))}
        value={state.kind}
        onChange={state.setKind}
      />
      <Features chosen={state.features} error={when(state.lacks.features, say('featuresMissing'))} onChange={state.setFeatures} />
      <MomentField
        name="beginsAt"
        label={say('beginsAt')}
        error={when(state.lacks.begins, say('momentWrong'))}
        value={state.begins}
        onChange={state.setBegins}
      />
      <MomentField
        name="expectedEndAt"
        label={say('expectedEndAt')}
        hint={say('expectedHint')}
        error={when(state.lacks.ends, say('momentWrong'))}
        value={state.ends}
        onChange={state.setEnds}
      />
      <WordsFields value={state.words} asked={asked} onChange={state.setWords} />
      <TickField name="alongside" label={say('alongside')} checked={state.alongside} onChange={state.setAlongside} />
      <div className="button-row">
        <CommandButton type="submit" kind="main" busy={waiting}>
          {say('publish')}
        </CommandButton>
        <CommandButton kind="plain" onPress={onCancel}>
          {say('cancel')}
        </CommandButton>
      </div>
    </form>
  )
}
