import type { IncidentFeature } from '@an-sinh/domain'

/** What each screen needs; the first that fits holds. */
const SCREENS: readonly (readonly [string, readonly IncidentFeature[]])[] = [
  ['/dang-ky', ['registration', 'codes']],
  ['/chup-anh', ['registration']],
  ['/to-khai', ['registration', 'counter']],
  ['/ho-so', ['registration', 'codes', 'counter']],
  ['/dang-nhap', ['sign-in', 'codes']],
  ['/ca-nhan/the', ['card']],
  ['/ca-nhan/qua-trinh', ['history']],
  ['/ca-nhan/quyen-loi', ['history']],
  ['/ca-nhan/so-kham', ['history']],
  ['/ca-nhan/giay-xac-nhan', ['documents']],
  ['/ca-nhan/yeu-cau', ['requests']],
  ['/ca-nhan/dieu-chinh', ['requests']],
  ['/ca-nhan/nguoi-phu-thuoc', ['requests']],
  ['/ca-nhan/du-lieu', ['requests']],
  ['/ca-nhan/tai-khoan', ['codes', 'sign-in']],
  ['/ca-nhan/mat-khau', ['sign-in']],
  ['/tra-cuu', ['look-ups']],
  ['/kiem-tra', ['look-ups']],
  ['/tro-giup', ['help']],
]
/** Where everything is told. */
const ALL = ['/', '/ca-nhan']
/** Where a person is about to give a password, or asks what to do. */
const WARNED = ['/', '/ca-nhan', '/dang-nhap', '/dang-ky', '/tro-giup']

const isUnder = (path: string, screen: string): boolean => path === screen || (screen !== '/' && path.startsWith(`${screen}/`))

/** Whether what is announced concerns this screen. */
export const concernsScreen = (
  { kind, features }: { readonly kind: string; readonly features: readonly IncidentFeature[] },
  path: string,
): boolean => {
  if (kind === 'fraud-warning') return WARNED.some((screen) => screen === path || (screen !== '/ca-nhan' && isUnder(path, screen)))
  if (ALL.includes(path)) return true
  const needed = SCREENS.find(([screen]) => isUnder(path, screen))?.[1] ?? []
  return features.some((feature) => needed.includes(feature))
}
