export { ADJUSTMENT_METHODS, type AdjustmentEffect, type AdjustmentMethod } from './adjustment-methods.ts'
export { foldMonths, type FoldedSpell, type ImportedMonth } from './fold-months.ts'
export { REFERENCE_LEVELS, referenceLevelOf } from './reference-levels.ts'
export { HIGHEST_COEFFICIENT, isCoefficient, sumWage, type DeclaredWage } from './wage-parts.ts'
