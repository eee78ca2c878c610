/**
 * What people type for what signs say, folded. Both directions are laid into the index, so that neither a sign written short nor a query
 * written short is missed. Longer phrases stand before their parts.
 */
export const ABBREVIATIONS: readonly (readonly [phrase: string, short: string])[] = [
  ['benh vien da khoa', 'bvdk'],
  ['benh vien', 'bv'],
  ['trung tam y te', 'ttyt'],
  ['trung tam', 'tt'],
  ['phong kham da khoa', 'pkdk'],
  ['phong kham', 'pk'],
  ['tram y te', 'tyt'],
  ['da khoa', 'dk'],
  ['khu vuc', 'kv'],
  ['quan y', 'qy'],
  ['quan dan y', 'qdy'],
  ['trung uong', 'tw'],
  ['quoc te', 'qt'],
  ['y hoc co truyen', 'yhct'],
  ['phuc hoi chuc nang', 'phcn'],
  ['dai hoc y duoc', 'dhyd'],
  ['tai mui hong', 'tmh'],
  ['rang ham mat', 'rhm'],
  ['bao hiem xa hoi', 'bhxh'],
  ['bao hiem y te', 'bhyt'],
  ['thanh pho ho chi minh', 'tphcm'],
  ['ho chi minh', 'hcm'],
  ['ha noi', 'hn'],
  ['thanh pho', 'tp'],
  ['thi tran', 'tt'],
  ['thi xa', 'tx'],
  ['phuong', 'p'],
  ['quan', 'q'],
  ['huyen', 'h'],
  ['khu cong nghiep', 'kcn'],
  ['trach nhiem huu han', 'tnhh'],
  ['co phan', 'cp'],
  ['cong ty', 'cty'],
]

/** Shorts that mean several things, or a mere letter: never written out. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['tt', 'p', 'q', 'h', 'cp', 'hn'])

/** Short → phrase, where there is one meaning. */
export const WRITTEN_OUT: ReadonlyMap<string, string> = new Map(
  ABBREVIATIONS.filter(([, short]) => !AMBIGUOUS.has(short)).map(([phrase, short]) => [short, phrase]),
)
