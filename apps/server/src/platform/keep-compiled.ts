import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Imported first, for what it does: modules compiled once are kept beside the data, as for the processes that the launcher starts. Without it
// half of a command's first second goes into compiling. NODE_COMPILE_CACHE, where it is set, has the say.
if (process.env['NODE_COMPILE_CACHE'] === undefined) enableCompileCache(join(process.env['ANSINH_DATA_DIR'] ?? '.data', 'compile-cache'))
