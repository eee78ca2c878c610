/**
 * Words that no code may show, Vietnamese without accents and English, in capitals. Codes have no I, L, O, U: they arise by look-alikes,
 * so words are compared after 0→O, 1→I or L, 3→E, 4→A, 5→S, 8→B and V→U.
 */
const OFFENSIVE_WORDS: readonly string[] = (
  'DIT LON CAC CAK BUOI DEO CUT DME DMM DCM DKM DMS VCL VKL CLGT CMM CMN CLM NGU CAVE DIEM HIEP CHET GIET NGUC ' +
  'FUCK FUK FCK SHIT CUNT COCK COK DICK DIK PISS TWAT SLUT WHORE HORE BITCH RAPE NAZI FAG NIG KKK ASS ARSE SEX TIT CUM ANAL ANUS DIE DEAD ' +
  'KILL HELL PENIS PORN BOOB BALLS WANK TURD DAMN SUCK CRAP JERK HITLER ISIS SLAVE'
).split(' ')

const variantsOf = (code: string): string[] => {
  const plain = code.replaceAll('0', 'O').replaceAll('3', 'E').replaceAll('4', 'A').replaceAll('5', 'S').replaceAll('8', 'B')
  const withI = plain.replaceAll('1', 'I')
  const withL = plain.replaceAll('1', 'L')
  return [withI, withL, withI.replaceAll('V', 'U'), withL.replaceAll('V', 'U')]
}

/** Whether a code, or the look of it, holds one of the words. */
export const holdsOffensiveWord = (code: string): boolean =>
  variantsOf(code.toUpperCase()).some((variant) => OFFENSIVE_WORDS.some((word) => variant.includes(word)))
