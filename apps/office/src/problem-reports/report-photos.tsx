import type { getReportPhotoRoute, ProblemReport } from '@an-sinh/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { CommandButton, Waiting } from '@an-sinh/ui'
import { fetchFile } from '../shared/call-api.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { reportMessages } from './report-messages.ts'

type Kind = ProblemReport['photos'][number]

const Photo = ({ reportId, kind, at }: { readonly reportId: string; readonly kind: Kind; readonly at: number }) => {
  const say = reportMessages.useSay()
  const common = sharedMessages.useSay()
  const found = useQuery({
    queryKey: ['report-photo', reportId, kind],
    queryFn: ({ signal }) =>
      fetchFile<typeof getReportPhotoRoute>('GET', '/api/problem-reports/:reportId/photo/:kind', { params: { reportId, kind }, signal }),
    gcTime: 0,
    retry: false,
  })
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    if (found.data === undefined || image.current === null) return undefined
    const address = URL.createObjectURL(found.data)
    image.current.src = address
    return () => URL.revokeObjectURL(address)
  }, [found.data])
  if (found.error !== null) return <ProblemNotice error={found.error} />
  return (
    <p>
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      <img ref={image} alt={say('photoAlt', { at })} className="report-photo" />
    </p>
  )
}

/** Photos sent along: shown at the press of a button to who took the report on, since every look is written down. */
export const ReportPhotos = ({ report }: { readonly report: ProblemReport }) => {
  const say = reportMessages.useSay()
  const [open, setOpen] = useState(false)
  if (report.photos.length === 0) return null
  return (
    <section aria-labelledby="report-photos">
      <h2 id="report-photos">{say('photos', { count: report.photos.length })}</h2>
      {report.assignee?.mine === true ? null : <p>{say('photosTakeFirst')}</p>}
      {report.assignee?.mine === true && !open ? <CommandButton onPress={() => setOpen(true)}>{say('photosShow')}</CommandButton> : null}
      {open ? report.photos.map((kind, at) => <Photo key={kind} reportId={report.reportId} kind={kind} at={at + 1} />) : null}
    </section>
  )
}
