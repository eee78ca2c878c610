/** `+84951234567` → `09••• ••567`: enough to know one's own number again, too little to learn it. */
export const maskPhone = (phone: string): string => {
  const national = phone.replace(/^\+84/u, '0')
  return `${national.slice(0, 2)}••• ••${national.slice(-3)}`
}

/** `nguyen.thu@example.invalid` → `n•••@example.invalid`. A fixed number of dots, so that the length is not told. */
export const maskEmail = (email: string): string => {
  const at = email.lastIndexOf('@')
  return at < 1 ? '•••' : `${Array.from(email)[0] ?? ''}•••${email.slice(at)}`
}
