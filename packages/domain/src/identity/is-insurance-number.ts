/** Ten digits (Decision 595/QĐ-BHXH of 14/4/2017 art. 2: one number for life); it has no check digit, so only the shape can be told. */
export const isInsuranceNumber = (text: string): boolean => /^\d{10}$/u.test(text)
