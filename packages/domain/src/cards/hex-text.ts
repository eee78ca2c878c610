/** A keyboard-wedge scanner behind Telex writes `â` for `aa`, `đ` for `dd`, `ầ` for `aaf`: the typed marks taken apart again. */
const undoTelex = (hex: string): string =>
  hex
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('đ', 'dd')
    .replace(/([ae])\u0302/gu, '$1$1')
    .replaceAll('\u0300', 'f')

const readUtf8 = (hex: string): string | null => {
  try {
    return decodeURIComponent(hex.replace(/../gu, '%$&'))
  } catch {
    return null
  }
}

const readUtf16 = (hex: string): string | null => {
  if (hex.length % 4 !== 0) return null
  return hex.replace(/(..)(..)/gu, (_whole, low: string, high: string) => String.fromCharCode(Number.parseInt(high + low, 16)))
}

/** Only what names and places are written with. */
const isWriting = (text: string): boolean => /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]+$/u.test(text)

/** Text from hex: UTF-8, and what some old prints hold, UTF-16 with the low byte first. Null when it is neither. */
export const parseHexText = (field: string): string | null => {
  const hex = undoTelex(field)
  if (!/^(?:[0-9a-f]{2})+$/u.test(hex)) return null
  const readings = [readUtf8(hex), readUtf16(hex)]
  return readings.find((text) => text !== null && isWriting(text))?.normalize('NFC') ?? null
}
