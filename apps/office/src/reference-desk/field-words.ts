import { REFERENCE_FIELD_NAMES, type ReferenceField } from '@an-sinh/domain'
import { useLanguage } from '@an-sinh/ui'
import { formatCivilDate } from '../shared/format-instant.ts'
import { referenceMessages } from './desk-messages.ts'

const isField = (name: string): name is ReferenceField => name in REFERENCE_FIELD_NAMES

/** How a field is called, and its value as people read it. */
export const useFieldWords = () => {
  const say = referenceMessages.useSay()
  const { language } = useLanguage()
  return {
    nameOf: (field: string): string => (isField(field) ? REFERENCE_FIELD_NAMES[field][language] : field),
    valueOf: (field: string, value: string | null): string => {
      if (value === null) return say(field === 'endsOn' ? 'open-end' : 'unknown')
      const type = `type-${value}`
      if (field === 'facilityType' && referenceMessages.has(type)) return say(type)
      return field === 'endsOn' ? formatCivilDate(value) : value
    },
  }
}
