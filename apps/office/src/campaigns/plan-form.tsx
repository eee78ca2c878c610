import type { Campaign } from '@an-sinh/contract'
import { CAMPAIGN_LEVEL_NAMES, CAMPAIGN_LEVELS, type CampaignLevel, checkCampaign } from '@an-sinh/domain'
import { CommandButton, type DateBoxes, DateField, TextField, TickField, useLanguage } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { saveCampaign } from './campaign-calls.ts'
import { campaignMessages } from './campaign-messages.ts'

type Props = { readonly campaign: Campaign | null; readonly onDone: (saved: boolean) => void }

const toBoxes = (on: string | undefined): DateBoxes => ({
  day: on?.slice(8) ?? '',
  month: on?.slice(5, 7) ?? '',
  year: on?.slice(0, 4) ?? '',
})
const toDate = ({ day, month, year }: DateBoxes): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
const isDate = (typed: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(typed) && !Number.isNaN(Date.parse(typed))
const percentOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed))
const isPercent = (percent: number | null): boolean => percent === null || (Number.isInteger(percent) && percent >= 1 && percent <= 100)

const usePlan = (campaign: Campaign | null) => {
  const [campaignId] = useState(() => campaign?.campaignId ?? crypto.randomUUID())
  const [name, setName] = useState(campaign?.name ?? '')
  const [from, setFrom] = useState(toBoxes(campaign?.fromOn))
  const [to, setTo] = useState(toBoxes(campaign?.toOn))
  const [ended, setEnded] = useState(campaign?.ended ?? false)
  const [typed, setTyped] = useState<Record<CampaignLevel, string>>({
    registered: String(campaign?.targets.registered ?? ''),
    'handed-in': String(campaign?.targets['handed-in'] ?? ''),
    approved: String(campaign?.targets.approved ?? ''),
    'signed-in': String(campaign?.targets['signed-in'] ?? ''),
  })
  const targets = {
    registered: percentOf(typed.registered),
    'handed-in': percentOf(typed['handed-in']),
    approved: percentOf(typed.approved),
    'signed-in': percentOf(typed['signed-in']),
  }
  const plan = {
    campaignId,
    version: (campaign?.version ?? 0) + 1,
    name: name.trim(),
    fromOn: toDate(from),
    toOn: toDate(to),
    targets,
    ended,
  }
  const lacks = {
    name: plan.name === '',
    from: !isDate(plan.fromOn),
    to: !isDate(plan.toOn) || plan.toOn < plan.fromOn,
    targets: !Object.values(targets).every(isPercent) || checkCampaign({ ...plan, name: 'x', toOn: plan.fromOn }) === 'campaign-targets',
  }
  return { name, setName, from, setFrom, to, setTo, ended, setEnded, typed, setTyped, plan, lacks }
}

const Targets = ({ state, wrong }: { readonly state: ReturnType<typeof usePlan>; readonly wrong: boolean }) => {
  const say = campaignMessages.useSay()
  const { language } = useLanguage()
  return (
    <fieldset className={wrong ? 'field field-wrong' : 'field'}>
      <legend className="field-label">{say('targets')}</legend>
      <p className="field-hint">{say('targetsHint')}</p>
      {wrong ? <p className="field-error">{say('targetsWrong')}</p> : null}
      <div className="row campaign-search">
        {CAMPAIGN_LEVEL_NAMES.map((level) => (
          <TextField
            key={level}
            name={`target-${level}`}
            label={`${CAMPAIGN_LEVELS[level][language]} (%)`}
            inputMode="numeric"
            maxLength={3}
            width="short"
            value={state.typed[level]}
            onChange={(value) => state.setTyped((before) => ({ ...before, [level]: value }))}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** A new campaign, or the next version of one; what was before stays readable. */
export const PlanForm = ({ campaign, onDone }: Props) => {
  const say = campaignMessages.useSay()
  const state = usePlan(campaign)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const labels = { day: say('day'), month: say('month'), year: say('year') }
  const save = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (busy || Object.values(state.lacks).some(Boolean)) return
    setBusy(true)
    setProblem(null)
    saveCampaign(state.plan)
      .then(() => onDone(true))
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return (
    <form onSubmit={save} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextField
        name="name"
        label={say('name')}
        maxLength={200}
        error={asked && state.lacks.name ? say('nameMissing') : undefined}
        value={state.name}
        onChange={state.setName}
      />
      <DateField
        name="fromOn"
        label={say('fromOn')}
        labels={labels}
        error={asked && state.lacks.from ? say('dayWrong') : undefined}
        value={state.from}
        onChange={(typed) => state.setFrom((before) => ({ ...before, ...typed }))}
      />
      <DateField
        name="toOn"
        label={say('toOn')}
        labels={labels}
        error={asked && state.lacks.to ? say('dayWrong') : undefined}
        value={state.to}
        onChange={(typed) => state.setTo((before) => ({ ...before, ...typed }))}
      />
      <Targets state={state} wrong={asked && state.lacks.targets} />
      {campaign === null ? null : <TickField name="ended" label={say('endNow')} checked={state.ended} onChange={state.setEnded} />}
      <div className="row">
        <CommandButton type="submit" kind="main" busy={busy}>
          {say('save')}
        </CommandButton>
        <CommandButton kind="plain" onPress={() => onDone(false)}>
          {say('cancel')}
        </CommandButton>
      </div>
    </form>
  )
}
