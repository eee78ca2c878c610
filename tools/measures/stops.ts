import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { listSources } from '../checks/list-sources.ts'

/** A place of an app by its address. */
export type Stop = { screen: string; path: string }

/** Whoever stands before the app, signed in or not. */
const OPEN: readonly Stop[] = [
  { screen: 'start', path: '' },
  { screen: 'begin', path: 'dang-ky' },
  { screen: 'identity without a draft', path: 'dang-ky/thong-tin' },
  { screen: 'address without a draft', path: 'dang-ky/dia-chi' },
  { screen: 'office without a draft', path: 'dang-ky/co-quan' },
  { screen: 'photos without a draft', path: 'dang-ky/anh' },
  { screen: 'handed-over photos without a code', path: 'chup-anh' },
  { screen: 'form status', path: 'to-khai' },
  { screen: 'own registrations', path: 'ho-so' },
  { screen: 'a registration that is not mine', path: 'ho-so/018f0000-0000-7000-8000-000000000000' },
  { screen: 'sign-in', path: 'dang-nhap' },
  { screen: 'first sign-in', path: 'dang-nhap/lan-dau' },
  { screen: 'forgotten password', path: 'dang-nhap/quen-mat-khau' },
  { screen: 'code of the counter', path: 'dang-nhap/ma-tai-quay' },
  { screen: 'text sent again', path: 'dang-nhap/gui-lai' },
  { screen: 'objection to a change', path: 'dang-nhap/huy-doi-lien-lac' },
  { screen: 'statement check', path: 'kiem-tra' },
  { screen: 'statement check, unknown code', path: 'kiem-tra/000000000000' },
  { screen: 'help', path: 'tro-giup' },
  { screen: 'privacy page', path: 'quyen-rieng-tu' },
  { screen: 'not found', path: 'khong-co-trang-nay' },
]

/** A person's own places; who is not signed in is led to the sign-in. */
const OWN: readonly Stop[] = [
  { screen: 'home', path: 'ca-nhan' },
  { screen: 'health cards', path: 'ca-nhan/the' },
  { screen: 'participation', path: 'ca-nhan/qua-trinh' },
  { screen: 'participation, unemployment', path: 'ca-nhan/qua-trinh?loai=bhtn' },
  { screen: 'participation, months', path: 'ca-nhan/qua-trinh/thang' },
  { screen: 'benefits, once', path: 'ca-nhan/quyen-loi?loai=mot-lan' },
  { screen: 'benefits, sickness', path: 'ca-nhan/quyen-loi?loai=om-dau-thai-san' },
  { screen: 'benefits, monthly', path: 'ca-nhan/quyen-loi?loai=hang-thang' },
  { screen: 'benefits, unemployment', path: 'ca-nhan/quyen-loi?loai=that-nghiep' },
  { screen: 'medical book', path: 'ca-nhan/so-kham' },
  { screen: 'medical papers', path: 'ca-nhan/so-kham/giay' },
  { screen: 'a visit that is not there', path: 'ca-nhan/so-kham/018f0000-0000-7000-8000-000000000000' },
  { screen: 'statements', path: 'ca-nhan/giay-xac-nhan' },
  { screen: 'statement kinds', path: 'ca-nhan/giay-xac-nhan/moi' },
  { screen: 'statement order, yearly notice', path: 'ca-nhan/giay-xac-nhan/moi/c14-ts' },
  { screen: 'requests', path: 'ca-nhan/yeu-cau' },
  { screen: 'new request without a line', path: 'ca-nhan/yeu-cau/moi' },
  { screen: 'a request that is not there', path: 'ca-nhan/yeu-cau/018f0000-0000-7000-8000-000000000000' },
  { screen: 'account', path: 'ca-nhan/tai-khoan' },
  { screen: 'change of phone', path: 'ca-nhan/tai-khoan/so-dien-thoai' },
  { screen: 'change of e-mail', path: 'ca-nhan/tai-khoan/thu-dien-tu' },
  { screen: 'messages', path: 'ca-nhan/tin-nhan' },
  { screen: 'message settings', path: 'ca-nhan/tin-nhan/cai-dat' },
  { screen: 'a message that is not there', path: 'ca-nhan/tin-nhan/018f0000-0000-7000-8000-000000000000' },
  { screen: 'devices', path: 'ca-nhan/thiet-bi' },
  { screen: 'another password', path: 'ca-nhan/mat-khau' },
  { screen: 'accesses', path: 'ca-nhan/ai-da-xem' },
  { screen: 'own page that is not there', path: 'ca-nhan/khong-co' },
]

export const CITIZEN_STOPS = { open: OPEN, own: OWN } as const

const NOBODY = '018f0000-0000-7000-8000-000000000000'
/** The office app's places for a clerk; the operator has desks of their own. */
export const OFFICE_STOPS = {
  clerk: [
    { screen: 'office queue', path: '' },
    { screen: 'office queue, returned', path: 'hang-cho/returned' },
    { screen: 'office case that is not there', path: `ho-so/${NOBODY}` },
    { screen: 'office counter code', path: 'cap-ma' },
    { screen: 'office not found', path: 'khong-co-trang-nay' },
  ],
  operator: [
    { screen: 'office imports', path: 'nhap-du-lieu' },
    { screen: 'office import that is not there', path: `nhap-du-lieu/${NOBODY}` },
  ],
} as const satisfies Record<string, readonly Stop[]>

const REPOSITORY = join(import.meta.dirname, '../..')
const APPS = [
  { folder: 'apps/citizen/src/', route: /<Route path="([^"]+)"/g, stops: [...OPEN, ...OWN] },
  { folder: 'apps/office/src/', route: /\bpath: '(\/[^']*)'/g, stops: [...OFFICE_STOPS.clerk, ...OFFICE_STOPS.operator] },
]

/** `:id`, `$id` and `*` stand for anything. */
const toPattern = (route: string): RegExp =>
  new RegExp(
    `^${route
      .replaceAll(/[:$][a-zA-Z]+/g, '[^/]+')
      .replace(/\/\*\??$/, '(?:/.*)?')
      .replaceAll('*', '.*')}$`,
  )

/** Addresses the apps draw that no stop leads to: a new screen has to be visited too. */
export const listUnvisitedRoutes = (): string[] =>
  APPS.flatMap(({ folder, route, stops }) => {
    const paths = stops.map(({ path }) => `/${path.split('?')[0] ?? ''}`)
    const sources = listSources(REPOSITORY, (path) => path.startsWith(folder) && path.endsWith('.tsx'))
    const routes = sources.flatMap((path) =>
      [...readFileSync(join(REPOSITORY, path), 'utf8').matchAll(route)].map(([, found]) => found ?? ''),
    )
    return [...new Set(routes)].filter((one) => !paths.some((path) => toPattern(one).test(path)))
  })
