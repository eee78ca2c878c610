/** What a person recognises a device by; the version numbers of a user agent say nothing to anybody. */
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/u, 'iPhone'],
  [/iPad/u, 'iPad'],
  [/Android/u, 'Android'],
  [/Windows NT/u, 'Windows'],
  [/Macintosh/u, 'Mac'],
  [/CrOS/u, 'Chromebook'],
  [/Linux/u, 'Linux'],
]
/** In this order: each later one's name also stands in the text of the earlier ones. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/coc_coc_browser/u, 'Cốc Cốc'],
  [/Zalo/u, 'Zalo'],
  [/EdgA?\//u, 'Edge'],
  [/SamsungBrowser/u, 'Samsung Internet'],
  [/OPR\//u, 'Opera'],
  [/Firefox|FxiOS/u, 'Firefox'],
  [/Chrome|CriOS/u, 'Chrome'],
  [/Safari/u, 'Safari'],
]
const READ_MAX = 400

const nameIn = (table: readonly (readonly [RegExp, string])[], text: string): string | null =>
  table.find(([shape]) => shape.test(text))?.[1] ?? null

/** `Chrome · Android`, as far as the browser says; null when it says neither. The browser's own text is not kept. */
export const describeDevice = (userAgent: string): string | null => {
  const text = userAgent.slice(0, READ_MAX)
  const parts = [nameIn(BROWSERS, text), nameIn(SYSTEMS, text)].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' · ')
}
