/** Whole đồng as printed on Vietnamese papers: `5.310.000 đồng`. */
export const formatVnd = (amountVnd: number): string =>
  `${amountVnd < 0 ? '-' : ''}${String(Math.abs(Math.trunc(amountVnd))).replace(/\B(?=(?:\d{3})+$)/gu, '.')} đồng`
