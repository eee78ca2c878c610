/** As the register and the identity papers of Viet Nam write it: Nam or Nữ. */
export type Sex = 'male' | 'female'
