import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, Page } from '@playwright/test'

import { buildWebApps } from '../launch/build-web-app.ts'
import { type AxeLooker, type Finding, makeAxeLooker } from './axe-looker.ts'
import { type Measure, type MeasureContext, type MeasureLine, rounded, sumParts } from './measure-line.ts'
import { CONTEXT, openBrowser } from './open-browser.ts'
import { readInboxSms } from './read-inbox-sms.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { findStaffSignIn } from './sign-in-staff.ts'
import { drawPhoto, PHOTO_KINDS } from './synthetic-photos.ts'
import { walkAccount, walkOtherPages } from './walk-account.ts'
import { walkOffice } from './walk-office.ts'
import { walkRegistration, type Walker } from './walk-registration.ts'

const CLERK = 'canbo.badinh'
const FIRST_PASSWORD = /Mat khau lan dau (\S+?),/
/** The undo time and what the sender takes on a busy machine. */
const RELEASE_MS = 60_000
/** An invented person of the demo whom the register knows. */
const PERSON = {
  fullName: 'Lê Thị Ví Dụ',
  nationalId: '099195000036',
  insuranceNumber: '9900000003',
  sex: 'Nữ',
  phone: '0958000111',
  bornOn: ['24', '12', '1995'],
} as const satisfies Walker['person']

async function drawPhotos(folder: string): Promise<Walker['photos']> {
  const photos = { 'id-front': join(folder, '1.jpg'), 'id-back': join(folder, '2.jpg'), portrait: join(folder, '3.jpg') }
  for (const kind of PHOTO_KINDS)
    writeFileSync(photos[kind], await drawPhoto(kind, { width: 1600, height: 1200, noisy: true, quality: 85 }))
  return photos
}

const openPage = async (browser: Browser): Promise<Page> => {
  const page = await (await browser.newContext({ ...CONTEXT, viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })).newPage()
  page.setDefaultTimeout(40_000)
  return page
}

async function walkAll(system: RunningSystem, browser: Browser, looker: AxeLooker, photos: Walker['photos']): Promise<void> {
  const [phone, desk] = [await openPage(browser), await openPage(browser)]
  const look = (screen: string): Promise<void> => looker.look(phone, screen)
  const readSms = readInboxSms(system.owner)
  const url = `${system.citizenUrl}/`
  await walkOtherPages(phone, { url, look })
  const { formCode } = await walkRegistration(phone, url, { person: PERSON, photos, readSms, look })
  await walkOffice(desk, {
    url: `${system.officeUrl}/`,
    fullName: PERSON.fullName,
    scanned: `${url}to-khai#${formCode}`,
    readSignIn: () => findStaffSignIn(system, CLERK),
    look: (screen) => looker.look(desk, screen),
  })
  const firstPassword = FIRST_PASSWORD.exec((await readSms(PERSON.phone, FIRST_PASSWORD, RELEASE_MS)) ?? '')?.[1]
  if (firstPassword === undefined) throw new Error('no first password arrived')
  await walkAccount(phone, { url, login: PERSON.insuranceNumber, firstPassword, bornOn: PERSON.bornOn, look })
}

/** Rule → how often and on which screens. */
const summarise = (findings: readonly Finding[]): Record<string, string> => {
  const rules = [...new Set(findings.map((one) => one.rule))]
  return Object.fromEntries(
    rules.map((rule) => {
      const all = findings.filter((one) => one.rule === rule)
      return [rule, `${all.length} on ${[...new Set(all.map((one) => one.screen))].join(', ')}`]
    }),
  )
}

const toPart = (context: MeasureContext, app: string, looker: AxeLooker, isOf: (screen: string) => boolean): MeasureLine => {
  const violations = looker.violations.filter((one) => isOf(one.screen))
  const screens = [...looker.screens].filter(isOf)
  return {
    name: `axe.${app}`,
    value: violations.length,
    unit: `violations on ${screens.length} screens × 2 widths × light and dark`,
    bar: '0',
    ok: violations.length === 0 && screens.length > 0,
    ref: rounded(context.reference.measure(), 1),
    violations: summarise(violations),
    incomplete: summarise(looker.incomplete.filter((one) => isOf(one.screen))),
  }
}

/** axe-core on every screen of the journey, citizen and office, at 360 and 1280 px, in light and dark. */
export const measure: Measure = {
  name: 'axe',
  run: async (context) => {
    await buildWebApps()
    const folder = mkdtempSync(join(tmpdir(), 'an-sinh-photos-'))
    const system = await startSystem({ durable: false })
    const browser = await openBrowser()
    const looker = makeAxeLooker()
    try {
      await walkAll(system, browser, looker, await drawPhotos(folder))
    } finally {
      await browser.close()
      await system.stop()
      rmSync(folder, { recursive: true, force: true })
    }
    for (const one of looker.violations.slice(0, 20))
      context.tell(`${one.screen}, ${one.width} px, ${one.scheme}: ${one.rule} ${one.target} ${one.why}`)
    for (const one of looker.incomplete.slice(0, 30))
      context.tell(`incomplete: ${one.screen}, ${one.width} px, ${one.scheme}: ${one.rule} ${one.target} ${one.why}`)
    const isOffice = (screen: string): boolean => screen.startsWith('office')
    const parts = [toPart(context, 'citizen', looker, (screen) => !isOffice(screen)), toPart(context, 'office', looker, isOffice)]
    return [...parts, sumParts('axe', parts)]
  },
}
