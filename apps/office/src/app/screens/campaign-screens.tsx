import { useParams, useRouter } from '@tanstack/react-router'
import { CampaignDeskPage, CampaignLettersPage, CampaignPlansPage } from '../../campaigns/index.tsx'
import { CallBacksPage } from '../../call-backs/index.tsx'
import { NewReportPage, ProblemReportPage, ProblemReportsPage } from '../../problem-reports/index.tsx'

export const CampaignDeskScreen = () => {
  const { navigate } = useRouter()
  return (
    <CampaignDeskPage onPlans={() => void navigate({ to: '/chien-dich/dot' })} onLetters={() => void navigate({ to: '/chien-dich/thu' })} />
  )
}

export const CampaignPlansScreen = () => {
  const { navigate } = useRouter()
  return <CampaignPlansPage onBack={() => void navigate({ to: '/chien-dich' })} />
}

export const CampaignLettersScreen = () => {
  const { navigate } = useRouter()
  return <CampaignLettersPage onBack={() => void navigate({ to: '/chien-dich' })} />
}

export const ProblemReportsScreen = () => {
  const { navigate } = useRouter()
  return (
    <ProblemReportsPage
      onOpen={(reportId) => void navigate({ to: '/phan-anh/$reportId', params: { reportId } })}
      onNew={() => void navigate({ to: '/phan-anh/ghi-moi' })}
    />
  )
}

export const NewReportScreen = () => {
  const { navigate } = useRouter()
  return (
    <NewReportPage
      onDone={(reportId) => void navigate({ to: '/phan-anh/$reportId', params: { reportId } })}
      onBack={() => void navigate({ to: '/phan-anh' })}
    />
  )
}

export const ProblemReportScreen = () => {
  const { reportId } = useParams({ from: '/phan-anh/$reportId' })
  const { navigate } = useRouter()
  return (
    <ProblemReportPage
      key={reportId}
      reportId={reportId}
      onBack={() => void navigate({ to: '/phan-anh' })}
      onStory={() => void navigate({ href: `/ban-ho-tro/chuyen?phieu=${reportId}` })}
    />
  )
}

export const CallBacksScreen = () => {
  const { navigate } = useRouter()
  return <CallBacksPage onOpen={(reportId) => void navigate({ to: '/phan-anh/$reportId', params: { reportId } })} />
}
