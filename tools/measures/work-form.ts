import type { Fault, Form } from './clerk-forms.ts'
import type { ScriptedClerk } from './scripted-clerk.ts'

type Way = { kind: 'approve' } | { kind: 'return' | 'refuse'; failed: string | null; filter: string }

/** What the clerk does about each fault; `failed`: the item marked "not good"; `filter`: letters that leave one reason, where it is not offered first. */
const WAYS: Readonly<Record<Fault, Way>> = {
  unsigned: { kind: 'return', failed: '4', filter: '' },
  'id-expired': { kind: 'return', failed: '2', filter: 'het' },
  'wrong-person': { kind: 'refuse', failed: '3', filter: '' },
  'photo-blurred': { kind: 'return', failed: null, filter: 'loa' },
  'name-differs': { kind: 'return', failed: '5', filter: '' },
  'number-unknown': { kind: 'return', failed: '5', filter: 'bhx' },
  'wrong-office': { kind: 'approve' },
  'past-grace': { kind: 'approve' },
}
const CLEAN: Way = { kind: 'approve' }
const DONE = { approve: 'Đã chấp nhận', return: 'Đã trả lại hồ sơ của', refuse: 'Đã từ chối' } as const
const ITEMS = ['2', '3', '4', '5']

const heading = (clerk: ScriptedClerk, name: string | RegExp): Promise<void> =>
  clerk.page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

/** The case with its comparison and its three photos. */
const caseShown = async (clerk: ScriptedClerk, { someone }: Form): Promise<void> => {
  await heading(clerk, someone.fullName)
  await clerk.page.getByRole('img').nth(2).waitFor()
}

/** From the scan to the case on the screen, through what stands in between. */
async function openForm(clerk: ScriptedClerk, form: Form, formUrl: string): Promise<void> {
  await clerk.scan(`${formUrl}#${form.formCode}`)
  if (form.fault !== 'wrong-office') {
    await clerk.waitFor(() => caseShown(clerk, form))
    return
  }
  await clerk.waitFor(() => heading(clerk, 'Hồ sơ thuộc cơ quan khác'))
  clerk.think()
  await clerk.point(/^Nhận chuyển về/)
  await clerk.point('Đúng, nhận chuyển')
  await clerk.waitFor(() => caseShown(clerk, form))
}

async function giveMoreTime(clerk: ScriptedClerk): Promise<void> {
  clerk.think()
  await clerk.press('g')
  await clerk.waitFor(() => clerk.page.getByLabel('Lý do gia hạn').waitFor())
  await clerk.press('Control+Enter')
  await clerk.waitFor(() => clerk.page.getByText(/^Đã gia hạn đến/).waitFor())
}

async function takePaper(clerk: ScriptedClerk): Promise<void> {
  await clerk.press('n')
  await clerk.waitFor(() => clerk.page.getByText('Đã nhận tờ khai; tin nhắn biên nhận đang được gửi.').waitFor())
}

/** Each item by its key and with a look of its own; the first by its list. */
export async function markItems(clerk: ScriptedClerk, failed: string | null): Promise<void> {
  const kind = clerk.page.getByLabel('Loại giấy tờ tùy thân xuất trình')
  clerk.think()
  await clerk.press('1')
  await clerk.page.waitForFunction(() => document.activeElement?.id === 'document-kind')
  await clerk.press('ArrowDown')
  for (const item of ITEMS) {
    clerk.think()
    await clerk.press(item)
    if (item === failed) await clerk.press(item)
  }
  const marked = clerk.page.locator('.check-marks input:checked')
  await clerk.waitFor(() => marked.nth(ITEMS.length - 1).waitFor())
  if ((await kind.inputValue()) === '') throw new Error('the kind of document is not marked')
}

async function chooseReason(clerk: ScriptedClerk, way: Exclude<Way, { kind: 'approve' }>): Promise<void> {
  await clerk.press(way.kind === 'return' ? 't' : 'c')
  const filter = clerk.page.getByLabel('Lọc lý do')
  await clerk.waitFor(() => filter.waitFor())
  clerk.think()
  await clerk.type(way.filter)
  await clerk.press('Enter')
}

async function decide(clerk: ScriptedClerk, form: Form, way: Way): Promise<void> {
  if (way.kind !== 'approve') await chooseReason(clerk, way)
  await clerk.press('Control+Enter')
  await clerk.waitFor(() =>
    clerk.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Xác nhận/ })
      .waitFor(),
  )
  await clerk.press('Control+Enter')
  const told = clerk.page.locator('.undo-row').getByText(`${DONE[way.kind]} ${form.someone.fullName}`, { exact: true })
  await clerk.waitFor(() => told.waitFor())
}

/** Namesakes of one birthday: the clerk looks and points at the one whose number stands on the form. */
async function choosePerson(clerk: ScriptedClerk, { someone }: Form): Promise<void> {
  const meant = clerk.page.locator('.candidates label').filter({ hasText: someone.insuranceNumber })
  if ((await meant.count()) === 0) return
  clerk.think()
  await clerk.pointAt(meant)
}

/** Marks and decides the case on the screen as its form deserves. */
export async function decideForm(clerk: ScriptedClerk, form: Form): Promise<void> {
  const way = form.fault === null ? CLEAN : WAYS[form.fault]
  if (way.kind === 'approve') await choosePerson(clerk, form)
  await markItems(clerk, way.kind === 'approve' ? null : way.failed)
  await decide(clerk, form, way)
}

/** One form from the scanner to the decision. */
export async function workForm(clerk: ScriptedClerk, form: Form, formUrl: string): Promise<void> {
  await openForm(clerk, form, formUrl)
  if (form.fault === 'past-grace') await giveMoreTime(clerk)
  await takePaper(clerk)
  await decideForm(clerk, form)
}
