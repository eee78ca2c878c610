import type { Campaign } from '@an-sinh/contract'
import { CAMPAIGN_LEVEL_NAMES, CAMPAIGN_LEVELS } from '@an-sinh/domain'
import { CommandButton, Notice, Tag, useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { listCampaigns, listVersions } from './campaign-calls.ts'
import { campaignMessages } from './campaign-messages.ts'
import { PlanForm } from './plan-form.tsx'

const Line = ({ campaign }: { readonly campaign: Campaign }) => {
  const say = campaignMessages.useSay()
  const { language } = useLanguage()
  const { fromOn, toOn, targets, officeName } = campaign
  return (
    <>
      {say('campaignLine', { office: officeName, from: formatCivilDate(fromOn), to: formatCivilDate(toOn) })}{' '}
      {CAMPAIGN_LEVEL_NAMES.flatMap((level) =>
        targets[level] === null ? [] : [`${CAMPAIGN_LEVELS[level][language]} ${targets[level]} %`],
      ).join(' · ')}
    </>
  )
}

const Versions = ({ campaignId }: { readonly campaignId: string }) => {
  const say = campaignMessages.useSay()
  const common = sharedMessages.useSay()
  const found = useQuery({ queryKey: ['campaign-versions', campaignId], queryFn: ({ signal }) => listVersions(campaignId, signal) })
  if (found.error !== null) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Waiting label={common('loading')} />
  return (
    <ol reversed>
      {found.data.map((version) => (
        <li key={version.version}>
          {say('versionLine', { time: formatInstant(version.changedAt), by: version.changedBy, name: version.name })}{' '}
          <Line campaign={version} />
          {version.ended ? ` (${say('ended')})` : ''}
        </li>
      ))}
    </ol>
  )
}

const Item = ({ campaign, onChange }: { readonly campaign: Campaign; readonly onChange: () => void }) => {
  const say = campaignMessages.useSay()
  const [shown, setShown] = useState(false)
  return (
    <li className="closure-item">
      <h2>{campaign.name}</h2>
      <p>
        <Line campaign={campaign} />
      </p>
      {campaign.ended ? <Tag>{say('ended')}</Tag> : null}
      <div className="row">
        {campaign.mine ? <CommandButton onPress={onChange}>{say('change')}</CommandButton> : null}
        <CommandButton kind="plain" onPress={() => setShown(!shown)}>
          {say(shown ? 'hideVersions' : 'versions')}
        </CommandButton>
      </div>
      {shown ? <Versions campaignId={campaign.campaignId} /> : null}
    </li>
  )
}

/** Campaigns of the own office and of the province's: what each aims at, and what it aimed at before. */
export const CampaignPlansPage = ({ onBack }: { readonly onBack: () => void }) => {
  const say = campaignMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('plansTitle'))
  const [form, setForm] = useState<{ campaign: Campaign | null } | null>(null)
  const [saved, setSaved] = useState(false)
  const found = useQuery({ queryKey: ['campaigns'], queryFn: ({ signal }) => listCampaigns(signal) })
  const open = (campaign: Campaign | null): void => {
    setSaved(false)
    setForm({ campaign })
  }
  return (
    <main id="main" className="page desk-page">
      <h1 tabIndex={-1}>{say('plansTitle')}</h1>
      <CommandButton kind="plain" onPress={onBack}>
        {say('back')}
      </CommandButton>
      {saved ? <Notice kind="good" live title={say('saved')} /> : null}
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {form === null ? (
        <CommandButton kind="main" onPress={() => open(null)}>
          {say('newPlan')}
        </CommandButton>
      ) : (
        <PlanForm
          key={form.campaign?.campaignId ?? 'new'}
          campaign={form.campaign}
          onDone={(isSaved) => {
            setForm(null)
            setSaved(isSaved)
            void found.refetch()
          }}
        />
      )}
      {found.data?.campaigns.length === 0 ? <p className="empty">{say('noPlans')}</p> : null}
      <ul className="closure-list">
        {found.data?.campaigns.map((campaign) => (
          <Item key={campaign.campaignId} campaign={campaign} onChange={() => open(campaign)} />
        ))}
      </ul>
    </main>
  )
}
