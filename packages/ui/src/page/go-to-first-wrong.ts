/**
 * A press of the button that sends nothing leads to the first field that is wrong: in a long form on a phone it stands far above.
 * After the press, so that the field is already drawn with its error.
 */
export const goToFirstWrong = (): void => {
  setTimeout(() => {
    const field = document.querySelector('main .field-wrong, main .field-error')?.closest('.field-wrong, fieldset, .field')
    field?.scrollIntoView?.({ block: 'start' })
    field?.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true })
  })
}
