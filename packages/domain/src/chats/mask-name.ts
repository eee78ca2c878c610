/** `Trần Thị Mẫu` → `T••• T••• Mẫu`: enough to address somebody, too little to look them up. */
export const maskName = (fullName: string): string => {
  const parts = fullName.trim().split(/\s+/u)
  return parts.map((part, at) => (at === parts.length - 1 ? part : `${Array.from(part)[0] ?? ''}•••`)).join(' ')
}

/** `9900000001` → `••••••0001`. */
export const maskNumber = (number: string): string => `••••••${number.slice(-4)}`
