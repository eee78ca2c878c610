import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { listSources } from '../checks/list-sources.ts'

/** A place of an app by its address. */
export type Stop = { screen: string; path: string }

const NOBODY = '018f0000-0000-7000-8000-000000000000'

/** Whoever stands before the app, signed in or not. */
const OPEN: readonly Stop[] = [
  { screen: 'start', path: '' },
  { screen: 'begin', path: 'dang-ky' },
  { screen: 'identity without a draft', path: 'dang-ky/thong-tin' },
  { screen: 'address without a draft', path: 'dang-ky/dia-chi' },
  { screen: 'office without a draft', path: 'dang-ky/co-quan' },
  { screen: 'photos without a draft', path: 'dang-ky/anh' },
  { screen: 'code of the employer', path: 'dang-ky/ma' },
  { screen: 'handed-over photos without a code', path: 'chup-anh' },
  { screen: 'form status', path: 'to-khai' },
  { screen: 'own registrations', path: 'ho-so' },
  { screen: 'a registration that is not mine', path: `ho-so/${NOBODY}` },
  { screen: 'sign-in', path: 'dang-nhap' },
  { screen: 'first sign-in', path: 'dang-nhap/lan-dau' },
  { screen: 'forgotten password', path: 'dang-nhap/quen-mat-khau' },
  { screen: 'code of the counter', path: 'dang-nhap/ma-tai-quay' },
  { screen: 'link by e-mail', path: 'dang-nhap/qua-thu' },
  { screen: 'link by e-mail, opened without one', path: 'dang-nhap/lien-ket' },
  { screen: 'text sent again', path: 'dang-nhap/gui-lai' },
  { screen: 'objection to a change', path: 'dang-nhap/huy-doi-lien-lac' },
  { screen: 'check of a paper', path: 'kiem-tra' },
  { screen: 'check of a paper, unknown code', path: 'kiem-tra/000000000000' },
  { screen: 'no more invitations', path: 'loi-moi' },
  { screen: 'check of a badge, unknown code', path: 'kiem-tra/dai-ly/X-1~00' },
  { screen: 'look-ups', path: 'tra-cuu' },
  { screen: 'look-up of facilities', path: 'tra-cuu/co-so-kham-chua-benh' },
  { screen: 'a facility', path: 'tra-cuu/co-so-kham-chua-benh/01003' },
  { screen: 'look-up of offices', path: 'tra-cuu/co-quan-bhxh' },
  { screen: 'an office', path: 'tra-cuu/co-quan-bhxh/101' },
  { screen: 'look-up of collection points', path: 'tra-cuu/diem-thu' },
  { screen: 'own insurance number', path: 'tra-cuu/ma-so' },
  { screen: 'look-up of wards', path: 'tra-cuu/xa-phuong' },
  { screen: 'an old ward', path: 'tra-cuu/xa-phuong/old-ward-00004' },
  { screen: 'a facility that is not there', path: 'tra-cuu/co-so-kham-chua-benh/00000' },
  { screen: 'install guide', path: 'cai-dat' },
  { screen: 'chat with the support desk', path: 'ho-tro/tro-chuyen' },
  { screen: 'help', path: 'tro-giup' },
  { screen: 'help, searched', path: 'tro-giup?q=mat%20dien%20thoai' },
  { screen: 'help, one article', path: 'tro-giup/quen-mat-khau' },
  { screen: 'question to the help centre', path: 'tro-giup/hoi?q=toi%20mat%20dien%20thoai' },
  { screen: 'help for a screen', path: 'tro-giup/trang?o=/ca-nhan/the' },
  { screen: 'help for a refusal', path: 'tro-giup/loi/code-wrong' },
  { screen: 'help from people', path: 'ho-tro' },
  { screen: 'own tickets', path: 'ho-tro/phieu' },
  { screen: 'new ticket after an error', path: 'ho-tro/phieu/moi?loi=too-many&ma=req-1&trang=/ca-nhan/the' },
  { screen: 'ticket by number and code', path: 'ho-tro/phieu/tra-cuu' },
  { screen: 'a ticket that is not there', path: `ho-tro/phieu/${NOBODY}` },
  { screen: 'call-back', path: 'ho-tro/goi-lai' },
  { screen: 'system status', path: 'tinh-trang' },
  { screen: 'privacy page', path: 'quyen-rieng-tu' },
  { screen: 'not found', path: 'khong-co-trang-nay' },
]

/** A person's own places; who is not signed in is led to the sign-in. */
const OWN: readonly Stop[] = [
  { screen: 'home', path: 'ca-nhan' },
  { screen: 'health cards', path: 'ca-nhan/the' },
  { screen: 'participation', path: 'ca-nhan/qua-trinh' },
  { screen: 'participation, unemployment', path: 'ca-nhan/qua-trinh?loai=that-nghiep' },
  { screen: 'participation, months', path: 'ca-nhan/qua-trinh/thang' },
  { screen: 'benefits, once', path: 'ca-nhan/quyen-loi?loai=mot-lan' },
  { screen: 'benefits, sickness', path: 'ca-nhan/quyen-loi?loai=om-dau-thai-san' },
  { screen: 'benefits, monthly', path: 'ca-nhan/quyen-loi?loai=hang-thang' },
  { screen: 'benefits, unemployment', path: 'ca-nhan/quyen-loi?loai=that-nghiep' },
  { screen: 'medical book', path: 'ca-nhan/so-kham' },
  { screen: 'medical papers', path: 'ca-nhan/so-kham/giay' },
  { screen: 'a visit that is not there', path: `ca-nhan/so-kham/${NOBODY}` },
  { screen: 'statements', path: 'ca-nhan/giay-xac-nhan' },
  { screen: 'statement kinds', path: 'ca-nhan/giay-xac-nhan/moi' },
  { screen: 'statement order, yearly notice', path: 'ca-nhan/giay-xac-nhan/moi/c14-ts' },
  { screen: 'requests', path: 'ca-nhan/yeu-cau' },
  { screen: 'new request without a line', path: 'ca-nhan/yeu-cau/moi' },
  { screen: 'a request that is not there', path: `ca-nhan/yeu-cau/${NOBODY}` },
  { screen: 'account', path: 'ca-nhan/tai-khoan' },
  { screen: 'change of phone', path: 'ca-nhan/tai-khoan/so-dien-thoai' },
  { screen: 'change of e-mail', path: 'ca-nhan/tai-khoan/thu-dien-tu' },
  { screen: 'passkeys', path: 'ca-nhan/tai-khoan/khoa-dang-nhap' },
  { screen: 'new passkey', path: 'ca-nhan/tai-khoan/khoa-dang-nhap/them' },
  { screen: 'messages', path: 'ca-nhan/tin-nhan' },
  { screen: 'message settings', path: 'ca-nhan/tin-nhan/cai-dat' },
  { screen: 'a message that is not there', path: `ca-nhan/tin-nhan/${NOBODY}` },
  { screen: 'devices', path: 'ca-nhan/thiet-bi' },
  { screen: 'another password', path: 'ca-nhan/mat-khau' },
  { screen: 'accesses', path: 'ca-nhan/ai-da-xem' },
  { screen: 'adjustments', path: 'ca-nhan/dieu-chinh' },
  { screen: 'another contact address', path: 'ca-nhan/dieu-chinh/dia-chi' },
  { screen: 'ward of today', path: 'ca-nhan/dieu-chinh/phuong-xa' },
  { screen: 'contact address changed', path: 'ca-nhan/dieu-chinh/dia-chi/da-doi' },
  { screen: 'another name, birth date or number', path: 'ca-nhan/dieu-chinh/thong-tin' },
  { screen: 'stop of the account', path: 'ca-nhan/ngung-giao-dich' },
  { screen: 'storage', path: 'ca-nhan/bo-nho' },
  { screen: 'what waits to be sent', path: 'ca-nhan/cho-gui' },
  { screen: 'own data', path: 'ca-nhan/du-lieu' },
  { screen: 'copies of own data', path: 'ca-nhan/du-lieu/ban-sao' },
  { screen: 'consents', path: 'ca-nhan/du-lieu/dong-y' },
  { screen: 'requests about data', path: 'ca-nhan/du-lieu/yeu-cau' },
  { screen: 'new request about data', path: 'ca-nhan/du-lieu/yeu-cau/moi' },
  { screen: 'a request about data that is not there', path: `ca-nhan/du-lieu/yeu-cau/${NOBODY}` },
  { screen: 'dependants', path: 'ca-nhan/nguoi-phu-thuoc' },
  { screen: 'new dependant', path: 'ca-nhan/nguoi-phu-thuoc/them' },
  { screen: 'child declared', path: 'ca-nhan/nguoi-phu-thuoc/da-gui' },
  { screen: 'new mandate', path: 'ca-nhan/nguoi-phu-thuoc/uy-quyen' },
  { screen: 'certificate of a request that is not there', path: `ca-nhan/nguoi-phu-thuoc/${NOBODY}/giay-khai-sinh` },
  { screen: 'own page that is not there', path: 'ca-nhan/khong-co' },
]

export const CITIZEN_STOPS = { open: OPEN, own: OWN } as const

/** The office app's places for a clerk; the operator has desks of their own, employers' administrators their area. */
export const OFFICE_STOPS = {
  clerk: [
    { screen: 'office queue', path: '' },
    { screen: 'desk of the chat', path: 'ban-ho-tro/tro-chuyen' },
    { screen: 'office queue, returned', path: 'hang-cho/returned' },
    { screen: 'office case that is not there', path: `ho-so/${NOBODY}` },
    { screen: 'office accounts', path: 'tai-khoan' },
    { screen: 'office, they stand here', path: 'tai-quay' },
    { screen: 'office, registration at the counter', path: 'tai-quay/lap-ho-so' },
    { screen: 'office requests', path: 'yeu-cau/hang-cho/office' },
    { screen: 'office request that is not there', path: `yeu-cau/${NOBODY}` },
    { screen: 'office requests about data', path: 'yeu-cau-du-lieu' },
    { screen: 'office request about data that is not there', path: `yeu-cau-du-lieu/${NOBODY}` },
    { screen: 'office requests about children', path: 'tre-phu-thuoc' },
    { screen: 'office practice', path: 'luyen-tap' },
    { screen: 'office suspicious cases', path: 'xet-nghi-van' },
    { screen: 'office review for a supervisor alone', path: `xet-nghi-van/${NOBODY}` },
    { screen: 'office request about a child that is not there', path: `tre-phu-thuoc/${NOBODY}` },
    { screen: 'office closures', path: 'dong-cua' },
    { screen: 'office figures', path: 'so-lieu' },
    { screen: 'office record for inspections', path: 'nhat-ky' },
    { screen: 'office without the network', path: 'khi-mat-mang' },
    { screen: 'office queue, mine', path: 'hang-cho/mine' },
    { screen: 'office problem reports', path: 'phan-anh' },
    { screen: 'office problem report that is not there', path: `phan-anh/${NOBODY}` },
    { screen: 'office problem report of a caller', path: 'phan-anh/ghi-moi' },
    { screen: 'office call-backs', path: 'goi-lai' },
    { screen: 'office support desk', path: 'ban-ho-tro' },
    { screen: 'office story of a ticket that is not there', path: `ban-ho-tro/chuyen?phieu=${NOBODY}` },
    { screen: 'office support desk, who looked', path: 'ban-ho-tro/luot-xem' },
    { screen: 'office employer accounts', path: 'tai-khoan-don-vi' },
    { screen: 'office accounts, at their former address', path: 'cap-ma' },
    { screen: 'office batches', path: 'bang-ke' },
    { screen: 'office batch that is not there', path: `bang-ke/${NOBODY}` },
    { screen: 'office, employers’ visits', path: 'lich-don-vi' },
    { screen: 'office not found', path: 'khong-co-trang-nay' },
  ],
  supervisor: [
    { screen: 'office campaign desk', path: 'chien-dich' },
    { screen: 'office campaigns', path: 'chien-dich/dot' },
    { screen: 'office letters to employers', path: 'chien-dich/thu' },
  ],
  employer: [
    { screen: 'employer, start page', path: 'don-vi' },
    { screen: 'employer, about', path: 'don-vi/thong-tin' },
    { screen: 'employer, roster', path: 'don-vi/danh-sach' },
    { screen: 'employer, roster files', path: 'don-vi/danh-sach/tep' },
    { screen: 'employer, invitations', path: 'don-vi/loi-moi' },
    { screen: 'employer, posters', path: 'don-vi/to-roi' },
    { screen: 'employer, roster file that is not there', path: `don-vi/danh-sach/tep/${NOBODY}` },
    { screen: 'employer, forms to print', path: 'don-vi/in-to-khai' },
    { screen: 'employer, hand-in', path: 'don-vi/nop-ho-so' },
    { screen: 'employer, batch that is not there', path: `don-vi/nop-ho-so/${NOBODY}` },
    { screen: 'employer, days', path: 'don-vi/lich' },
    { screen: 'employer, letters', path: 'don-vi/thu' },
    { screen: 'employer, chat', path: 'don-vi/tro-chuyen' },
    { screen: 'employer, problem reports', path: 'don-vi/phan-anh' },
    { screen: 'employer, problem report that is not there', path: `don-vi/phan-anh/${NOBODY}` },
    { screen: 'employer, officers', path: 'don-vi/can-bo' },
    { screen: 'employer, prepared drafts', path: 'don-vi/to-khai-san' },
    { screen: 'employer, data out', path: 'don-vi/xuat-du-lieu' },
    { screen: 'employer, not found', path: 'don-vi/khong-co' },
  ],
  signedOut: [{ screen: 'activation of an employer’s officer', path: 'kich-hoat-don-vi' }],
  operator: [
    { screen: 'office incidents', path: 'noi-dung/su-co' },
    { screen: 'office reference entries', path: 'noi-dung/danh-muc' },
    { screen: 'office announcements', path: 'noi-dung/thong-bao' },
    { screen: 'office imports', path: 'nhap-du-lieu' },
    { screen: 'office import that is not there', path: `nhap-du-lieu/${NOBODY}` },
    { screen: 'office roles', path: 'vai-tro' },
    { screen: 'office badges of agents', path: 'the-dai-ly' },
  ],
} as const satisfies Record<string, readonly Stop[]>

const REPOSITORY = join(import.meta.dirname, '../..')
const APPS = [
  { folder: 'apps/citizen/src/', route: /<Route path="([^"]+)"/g, stops: [...OPEN, ...OWN] },
  { folder: 'apps/office/src/', route: /\bpath: '(\/[^']*)'/g, stops: Object.values(OFFICE_STOPS).flat() },
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
    const sources = listSources(REPOSITORY, (path) => path.startsWith(folder) && /\.tsx$|\/employer-pages\.ts$/u.test(path))
    const routes = sources.flatMap((path) =>
      [...readFileSync(join(REPOSITORY, path), 'utf8').matchAll(route)].map(([, found]) => found ?? ''),
    )
    return [...new Set(routes)].filter((one) => !paths.some((path) => toPattern(one).test(path)))
  })
