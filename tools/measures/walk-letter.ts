import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { readInboxSms } from './read-inbox-sms.ts'
import type { RunningSystem } from './running-system.ts'
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
export const PERSON = {
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

export type LetterWalker = {
  system: RunningSystem
  /** The citizen's and the clerk's. */
  phone: Page
  desk: Page
  look: (page: Page, screen: string) => Promise<void>
}

/** The letter's whole way by the screens of both apps: registered, decided at the counter, signed in, everything of one's own seen. */
export async function walkLetter(walker: LetterWalker): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-photos-'))
  try {
    await walkAll(walker, await drawPhotos(folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function walkAll({ system, phone, desk, ...walker }: LetterWalker, photos: Walker['photos']): Promise<void> {
  const look = (screen: string): Promise<void> => walker.look(phone, screen)
  const readSms = readInboxSms(system.owner)
  const url = `${system.citizenUrl}/`
  await walkOtherPages(phone, { url, look })
  const { formCode } = await walkRegistration(phone, url, { person: PERSON, photos, readSms, look })
  await walkOffice(desk, {
    url: `${system.officeUrl}/`,
    fullName: PERSON.fullName,
    scanned: `${url}to-khai#${formCode}`,
    readSignIn: () => findStaffSignIn(system, CLERK),
    look: (screen) => walker.look(desk, screen),
  })
  const firstPassword = FIRST_PASSWORD.exec((await readSms(PERSON.phone, FIRST_PASSWORD, RELEASE_MS)) ?? '')?.[1]
  if (firstPassword === undefined) throw new Error('no first password arrived')
  await walkAccount(phone, { url, login: PERSON.insuranceNumber, firstPassword, bornOn: PERSON.bornOn, look })
}
