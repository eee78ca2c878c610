import { join } from 'node:path'

/** In a file of its own: the command line needs it without the whole server. */
export const MIGRATIONS_FOLDER = join(import.meta.dirname, '../../../database/migrations')
