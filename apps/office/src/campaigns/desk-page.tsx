import type { Campaign, RolloutDimension, RolloutFilter } from '@an-sinh/contract'
import { CAMPAIGN_LEVEL_NAMES, CAMPAIGN_LEVELS } from '@an-sinh/domain'
import { CommandButton, Notice, Tabs, useLanguage, Waiting } from '@an-sinh/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { getProgress, listCampaigns } from './campaign-calls.ts'
import { campaignMessages } from './campaign-messages.ts'
import { EmployersPart } from './employers-part.tsx'
import { GroupTable } from './group-table.tsx'
import { WeeksPart } from './weeks-part.tsx'

const DIMENSIONS = ['district', 'office', 'industry', 'size'] as const satisfies readonly RolloutDimension[]
type FilterChosen = { readonly by: RolloutDimension; readonly key: string; readonly name: string }
const toFilter = (chosen: FilterChosen | null): RolloutFilter => {
  if (chosen === null) return {}
  return chosen.by === 'office' ? { officeId: Number(chosen.key) } : { [chosen.by]: chosen.key }
}

const CampaignChoice = ({
  campaigns,
  chosen,
  onChoose,
}: {
  readonly campaigns: readonly Campaign[]
  readonly chosen: Campaign | null
  readonly onChoose: (campaignId: string) => void
}) => {
  const say = campaignMessages.useSay()
  const { language } = useLanguage()
  const aimed =
    chosen === null
      ? []
      : CAMPAIGN_LEVEL_NAMES.flatMap((level) =>
          chosen.targets[level] === null ? [] : [`${CAMPAIGN_LEVELS[level][language]} ${chosen.targets[level]} %`],
        )
  return (
    <>
      <div className="field">
        <label className="field-label" htmlFor="campaign-chosen">
          {say('campaign')}
        </label>
        <select
          id="campaign-chosen"
          className="box"
          value={chosen?.campaignId ?? ''}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          <option value="">{say('noCampaign')}</option>
          {campaigns.map(({ campaignId, name }) => (
            <option key={campaignId} value={campaignId}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {chosen === null ? null : (
        <p>
          {say('campaignLine', { office: chosen.officeName, from: formatCivilDate(chosen.fromOn), to: formatCivilDate(chosen.toOn) })}{' '}
          {aimed.join(' · ')}
        </p>
      )}
    </>
  )
}

const AsOf = ({ countedAt }: { readonly countedAt: string | null }) => {
  const say = campaignMessages.useSay()
  if (countedAt === null) return <Notice kind="warning" title={say('neverCounted')} />
  return <p>{say('asOf', { time: formatInstant(countedAt) })}</p>
}

const useChoice = () => {
  const campaigns = useQuery({ queryKey: ['campaigns'], queryFn: ({ signal }) => listCampaigns(signal) })
  const [campaignId, setCampaignId] = useState<string | null>(null)
  const list = campaigns.data?.campaigns.filter(({ ended }) => !ended) ?? []
  // Until somebody chooses: the one that runs today.
  const today = campaigns.data?.todayOn ?? ''
  const running = list.find(({ fromOn, toOn }) => fromOn <= today && today <= toOn)
  const chosen = campaignId === null ? (running ?? null) : (list.find((one) => one.campaignId === campaignId) ?? null)
  return { campaigns, list, chosen, setCampaignId }
}

type Props = { readonly onPlans: () => void; readonly onLetters: () => void }

/** How far employers are: by district, office, industry, size, week and one by one; numbers only. */
export const CampaignDeskPage = ({ onPlans, onLetters }: Props) => {
  const say = campaignMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('title'))
  const { campaigns, list, chosen, setCampaignId } = useChoice()
  const [by, setBy] = useState<RolloutDimension>('district')
  const [only, setOnly] = useState<FilterChosen | null>(null)
  const found = useQuery({
    queryKey: ['campaign-progress', by],
    queryFn: ({ signal }) => getProgress({ by, filter: {} }, signal),
    placeholderData: keepPreviousData,
  })
  const problem = found.error ?? campaigns.error
  return (
    <main id="main" className="page desk-page campaign-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <div className="row">
        <CommandButton onPress={onPlans}>{say('plans')}</CommandButton>
        <CommandButton onPress={onLetters}>{say('letters')}</CommandButton>
      </div>
      {problem === null ? null : <ProblemNotice error={problem} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {campaigns.data === undefined ? null : <CampaignChoice campaigns={list} chosen={chosen} onChoose={setCampaignId} />}
      {found.data === undefined ? null : (
        <>
          <AsOf countedAt={found.data.countedAt} />
          <Tabs label={say('groups')} tabs={DIMENSIONS.map((id) => ({ id, label: say(`by-${id}`) }))} current={by} onChange={setBy}>
            <GroupTable
              key={by}
              by={by}
              progress={found.data}
              target={chosen?.targets.registered ?? null}
              onChoose={({ key, name }) => {
                setOnly({ by, key, name: name.vi })
                document.querySelector('#campaign-employers')?.scrollIntoView()
              }}
            />
          </Tabs>
          <h2>{say('weeksTitle')}</h2>
          <WeeksPart weeks={found.data.weeks} />
        </>
      )}
      <h2 id="campaign-employers">{say('employersTitle')}</h2>
      {only === null ? null : (
        <p>
          {say('only', { name: only.name })}{' '}
          <CommandButton kind="plain" onPress={() => setOnly(null)}>
            {say('everybody')}
          </CommandButton>
        </p>
      )}
      <EmployersPart
        key={`${only?.by ?? ''} ${only?.key ?? ''} ${chosen?.campaignId ?? ''}`}
        campaignId={chosen?.campaignId ?? null}
        filter={toFilter(only)}
      />
    </main>
  )
}
