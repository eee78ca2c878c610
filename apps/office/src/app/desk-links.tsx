import type { Staff } from '@an-sinh/contract'
import { Link, useRouterState } from '@tanstack/react-router'
import { appMessages } from './app-messages.ts'

/** As the access words of the contract say; the server decides, the menu only leaves out what it would refuse. */
export const READS_CASES: readonly Staff['role'][] = ['clerk', 'supervisor', 'province']
const DECIDES_CASES: readonly Staff['role'][] = ['clerk', 'supervisor']
const HELPS_ACCOUNTS: readonly Staff['role'][] = ['clerk', 'supervisor', 'support']
const HELPS: readonly Staff['role'][] = ['clerk', 'supervisor', 'province', 'support']
const INSPECTS: readonly Staff['role'][] = ['supervisor', 'province']
const GIVES_POSTS: readonly Staff['role'][] = ['supervisor', 'province', 'operator']

/** Whoever asks for help, and what concerns employers. */
const RolloutLinks = ({ role }: Pick<Staff, 'role'>) => {
  const say = appMessages.useSay()
  return (
    <>
      {HELPS.includes(role) ? (
        <Link to="/phan-anh" className="button-plain">
          {say('problemReports')}
        </Link>
      ) : null}
      {HELPS.includes(role) ? (
        <Link to="/goi-lai" className="button-plain">
          {say('callBacks')}
        </Link>
      ) : null}
      {DECIDES_CASES.includes(role) ? (
        <Link to="/lich-don-vi" className="button-plain">
          {say('officeVisits')}
        </Link>
      ) : null}
      {INSPECTS.includes(role) ? (
        <Link to="/chien-dich" className="button-plain">
          {say('campaigns')}
        </Link>
      ) : null}
    </>
  )
}

/** Queues beside the line of cases, and what only a desk that decides works at. */
const CaseLinks = ({ role }: Pick<Staff, 'role'>) => {
  const say = appMessages.useSay()
  return (
    <>
      {READS_CASES.includes(role) ? (
        <>
          <Link to="/yeu-cau/hang-cho/$queue" params={{ queue: 'to-decide' }} className="button-plain">
            {say('requests')}
          </Link>
          <Link to="/tre-phu-thuoc" className="button-plain">
            {say('dependants')}
          </Link>
          <Link to="/xet-nghi-van" className="button-plain">
            {say('suspects')}
          </Link>
        </>
      ) : null}
      {DECIDES_CASES.includes(role) ? (
        <>
          <Link to="/luyen-tap" className="button-plain">
            {say('practice')}
          </Link>
          <Link to="/bang-ke" className="button-plain">
            {say('batches')}
          </Link>
          <Link to="/tai-khoan-don-vi" className="button-plain">
            {say('employerAccounts')}
          </Link>
          <Link to="/yeu-cau-du-lieu" className="button-plain">
            {say('dataRequests')}
          </Link>
        </>
      ) : null}
    </>
  )
}

/** What is said to many, and what the lists say. */
const ContentLinks = ({ role }: Pick<Staff, 'role'>) => {
  const say = appMessages.useSay()
  if (!GIVES_POSTS.includes(role)) return null
  return (
    <>
      <Link to="/noi-dung/su-co" className="button-plain">
        {say('incidents')}
      </Link>
      <Link to="/noi-dung/thong-bao" className="button-plain">
        {say('announcements')}
      </Link>
      {role === 'operator' ? (
        <Link to="/noi-dung/danh-muc" className="button-plain">
          {say('referenceDesk')}
        </Link>
      ) : null}
    </>
  )
}

/** The other desks of one's role, folded away: the line with the scan field stays one line. Folded again on the next screen. */
export const DeskLinks = ({ role }: Pick<Staff, 'role'>) => {
  const say = appMessages.useSay()
  const at = useRouterState({ select: (state) => state.location.pathname })
  return (
    <details className="desks" key={at}>
      <summary>{say('desks')}</summary>
      <nav className="desk-links" aria-label={say('desks')}>
        {HELPS_ACCOUNTS.includes(role) ? (
          <Link to="/tai-khoan" className="button-plain">
            {say('counterCode')}
          </Link>
        ) : null}
        {HELPS.includes(role) ? (
          <Link to="/ban-ho-tro" className="button-plain">
            {say('supportDesk')}
          </Link>
        ) : null}
        <CaseLinks role={role} />
        {INSPECTS.includes(role) ? (
          <Link to="/nhat-ky" className="button-plain">
            {say('auditExport')}
          </Link>
        ) : null}
        {HELPS.includes(role) ? (
          <Link to="/ban-ho-tro/tro-chuyen" className="button-plain">
            {say('chatDesk')}
          </Link>
        ) : null}
        <RolloutLinks role={role} />
        {GIVES_POSTS.includes(role) ? (
          <>
            <Link to="/vai-tro" className="button-plain">
              {say('posts')}
            </Link>
            <Link to="/the-dai-ly" className="button-plain">
              {say('agentBadges')}
            </Link>
          </>
        ) : null}
        <ContentLinks role={role} />
        {role === 'operator' ? (
          <Link to="/nhap-du-lieu" className="button-plain">
            {say('imports')}
          </Link>
        ) : null}
      </nav>
    </details>
  )
}
