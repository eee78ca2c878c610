import type { RegisterPerson } from '@an-sinh/contract'
import { CommandButton, Waiting } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { problemCode } from '../shared/api-problem.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { CaseView } from './case-view.tsx'
import { ElsewherePage } from './elsewhere-page.tsx'
import { registrationMessages } from './registration-messages.ts'
import type { useCase } from './use-case.ts'

export type CasePageProps = {
  readonly registrationId: string
  readonly found: ReturnType<typeof useCase>
  /** Who of the register is compared with this case. */
  readonly person: RegisterPerson | null
  readonly onChoosePerson: (personId: number) => void
  readonly onBack: () => void
  readonly onNext: (() => void) | null
  /** What other features put into the screen. */
  readonly photos: ReactNode
  readonly commands: ReactNode
  readonly hints: ReactNode
  readonly decision: ReactNode
}

/** One case: on its way, elsewhere, failing, or on the screen. */
export const CasePage = ({
  registrationId,
  found,
  person,
  onChoosePerson,
  onBack,
  onNext,
  photos,
  commands,
  hints,
  decision,
}: CasePageProps) => {
  const say = registrationMessages.useSay()
  const common = sharedMessages.useSay()
  const { shown, error, reload, keep } = found
  if (error !== null && problemCode(error) === 'case-elsewhere') {
    return <ElsewherePage registrationId={registrationId} onTaken={keep} onBack={onBack} />
  }
  if (shown === undefined) {
    return (
      <main id="main" className="page">
        <h1>{say('caseTitle')}</h1>
        {error === null ? <Waiting label={common('loading')} /> : <ProblemNotice error={error} onRetry={reload} />}
        <CommandButton onPress={onBack}>{say('back')}</CommandButton>
      </main>
    )
  }
  return (
    <main id="main" className="case">
      {error === null ? null : <ProblemNotice error={error} onRetry={reload} />}
      <CaseView
        shown={shown}
        person={person}
        onChoosePerson={onChoosePerson}
        onBack={onBack}
        onNext={onNext}
        onCase={keep}
        onReload={reload}
        photos={photos}
        commands={commands}
        hints={hints}
        decision={decision}
      />
    </main>
  )
}
