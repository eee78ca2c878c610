import { DEPARTMENTS, REPORT_CATEGORIES } from '@an-sinh/domain'
import { TextField } from '@an-sinh/ui'
import { useState } from 'react'
import { usePageTitle } from '../shared/use-page-title.ts'
import { fileReport } from './report-calls.ts'
import { ReportForm } from './report-form.tsx'
import { reportMessages } from './report-messages.ts'

const CATEGORIES = REPORT_CATEGORIES.filter(({ askers }) => askers.includes('employer')).map(({ code, name, department }) => ({
  code,
  name,
  department: DEPARTMENTS[department],
}))

/** For somebody on the phone: which employer, whom to call back, and then as they would write it themselves. */
export const NewReportPage = ({ onDone, onBack }: { readonly onDone: (reportId: string) => void; readonly onBack: () => void }) => {
  const say = reportMessages.useSay()
  usePageTitle(say('newTitle'))
  const [employerCode, setEmployerCode] = useState('')
  const [callerName, setCallerName] = useState('')
  const [callerPhone, setCallerPhone] = useState('')
  return (
    <main id="main" className="page desk-page">
      <h1 tabIndex={-1}>{say('newTitle')}</h1>
      <ReportForm
        categories={CATEGORIES}
        isReady={employerCode.trim() !== ''}
        before={
          <>
            <TextField
              name="employerCode"
              label={say('employerCode')}
              maxLength={20}
              width="medium"
              required
              value={employerCode}
              onChange={setEmployerCode}
            />
            <TextField
              name="callerName"
              label={say('callerName')}
              maxLength={100}
              width="medium"
              value={callerName}
              onChange={setCallerName}
            />
            <TextField
              name="callerPhone"
              label={say('callerPhone')}
              inputMode="tel"
              maxLength={20}
              width="medium"
              value={callerPhone}
              onChange={setCallerPhone}
            />
          </>
        }
        send={async (filled) => onDone((await fileReport({ ...filled, employerCode, callerName, callerPhone })).reportId)}
        onCancel={onBack}
      />
    </main>
  )
}
