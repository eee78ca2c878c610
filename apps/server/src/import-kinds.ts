import { benefitImport } from './benefits/index.ts'
import { healthCardImport } from './cards/index.ts'
import { employerImport } from './employers/index.ts'
import type { ImportKinds } from './imports/index.ts'
import { employerDeclarationsImport, participationMonthsImport } from './participation-imports/index.ts'
import { personImport } from './persons/index.ts'
import { REFERENCE_IMPORTS } from './reference-lists/index.ts'
import { rosterImport } from './rosters/index.ts'
import { visitsImport } from './visits/index.ts'

/** Everything that the agency imports, each kind declared by the feature that owns its tables. */
export const IMPORT_KINDS: ImportKinds = [
  ...REFERENCE_IMPORTS,
  employerImport,
  personImport,
  healthCardImport,
  benefitImport,
  visitsImport,
  participationMonthsImport,
  employerDeclarationsImport,
]

/** What the worker reads beside: an employer's own files, which no operator sees (docs/decisions/0035). */
export const WORKER_IMPORT_KINDS: ImportKinds = [...IMPORT_KINDS, rosterImport]
