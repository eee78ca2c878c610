import type { AccountDesk, DeskMove } from '@an-sinh/contract'
import { ACCOUNT_STATES, decideAccountMove, holdsOn, maskEmail, maskPhone } from '@an-sinh/domain'
import { type Account, findAccount, listDevices } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { describePhoneChange } from '../contacts/index.ts'
import { getPerson, type PersonRow } from '../persons/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listReadersOf, listRepresentations } from '../representations/index.ts'
import { listActs, listClerks } from './account-desk-queries.ts'
import { mayIssue } from './require-account.ts'

const NO_ACCOUNT = {
  citizenReads: { vi: 'Chưa có tài khoản giao dịch điện tử.', en: 'There is no account yet.' },
  nextStep: { vi: 'Hướng dẫn người này đăng ký giao dịch điện tử.', en: 'Guide this person to register.' },
} as const
const MOVES: readonly DeskMove[] = ['hold', 'release', 'stop']
/** No session is that of the asking clerk. */
const NO_SESSION = Buffer.alloc(0)

const toAccount = async (platform: Platform, actor: StaffActor, account: Account): Promise<AccountDesk['account']> => {
  const { personId, state, phone, email, openedAt } = account
  const devices = await listDevices(platform.sql, { personId, sessionHash: NO_SESSION }, platform.settings.citizenSession.idleMinutes)
  const role = actor.role === 'supervisor' ? 'supervisor' : 'clerk'
  return {
    state,
    phoneMasked: maskPhone(phone),
    emailMasked: email === null ? null : maskEmail(email),
    openedAt: openedAt.toISOString(),
    devices: devices.map(({ label, signedInAt, lastSeenAt }) => ({
      label,
      signedInAt: signedInAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
    phoneChange: await describePhoneChange(platform, platform.sql, personId),
    moves: actor.role === 'support' ? [] : MOVES.filter((move) => decideAccountMove(state, move, role).ok),
    mayChangePhone: actor.role !== 'support' && ACCOUNT_STATES[state].mayChangeContact,
  }
}

type Shown = { one: AccountDesk['representations'][number]; otherId: number }

/** Who looks at this person's data and at whose this person looks, as it holds today. */
const listStanding = async ({ sql }: Platform, personId: number): Promise<Shown[]> => {
  const [own, readers] = [await listRepresentations(sql, personId), await listReadersOf(sql, personId)]
  const standing = [
    ...own.map((row) => ({ row, side: 'subject' as const, otherId: row.subjectPersonId })),
    ...readers.map((row) => ({ row, side: 'reader' as const, otherId: row.personId })),
  ].filter(({ row }) => holdsOn(row, row.today))
  return Promise.all(
    standing.map(async ({ row: { representationId, kind, areas, lastOn }, side, otherId }) => {
      const { fullName } = await getPerson(sql, otherId)
      return { one: { representationId, side, kind, fullName, areas: [...areas], lastOn }, otherId }
    }),
  )
}

const listShownActs = async ({ sql }: Platform, personId: number): Promise<AccountDesk['acts']> => {
  const acts = await listActs(sql, personId)
  const clerks = new Map((await listClerks(sql, [...new Set(acts.map(({ staffId }) => staffId))])).map((clerk) => [clerk.staffId, clerk]))
  return acts.map(({ kind, reason, recordedAt, staffId }) => {
    const { fullName = '', officeName = '' } = clerks.get(staffId) ?? {}
    return { kind, reason, at: recordedAt.toISOString(), clerkName: fullName, officeName }
  })
}

/** What a clerk sees of an account, nothing of the insurance. Everybody named on it gets a line in their own record. */
export async function showDesk(
  platform: Platform,
  actor: StaffActor,
  person: PersonRow,
  line: { action: string; reasonCode: string | null; requestId: string } | null,
  typed: string = person.insuranceNumber,
): Promise<AccountDesk> {
  const { personId } = person
  const account = await findAccount(platform.sql, personId)
  const rule = account === null ? NO_ACCOUNT : ACCOUNT_STATES[account.state]
  const shown = actor.role === 'support' ? [] : await listStanding(platform, personId)
  if (line !== null)
    await inTransaction(platform, async (transaction) => {
      await recordAudit(transaction, { actor, ...line, personId })
      for (const otherId of new Set(shown.map(({ otherId: other }) => other)))
        await recordAudit(transaction, { actor, action: 'representation-shown', personId: otherId, requestId: line.requestId })
    })
  // Support helps by telephone: how the account stands, nothing of the register.
  const isDesk = actor.role !== 'support'
  return {
    fullName: isDesk ? person.fullName : null,
    bornOn: isDesk ? person.bornOn : null,
    sex: isDesk ? person.sex : null,
    insuranceNumber: isDesk ? person.insuranceNumber : typed,
    nationalId: isDesk ? person.nationalId : null,
    stateSentence: rule.citizenReads,
    nextStep: rule.nextStep,
    mayIssue: mayIssue(account) && person.diedOn === null && person.mergedIntoPersonId === null,
    account: account === null ? null : await toAccount(platform, actor, account),
    representations: shown.map(({ one }) => one),
    acts: await listShownActs(platform, personId),
  }
}
