import './platform/keep-compiled.ts'
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { MIGRATIONS_FOLDER } from './migrations-folder.ts'
import { loadKeyring } from './platform/keyring.ts'
import { migrate, requireMigrated } from './platform/migrate.ts'
import { openPlatform, type Platform } from './platform/platform.ts'
import { parseSettings } from './platform/settings.ts'
import { preferSmallHeap } from './platform/small-heap.ts'

// Each command loads the features it needs and no others: an import has their 60 MB for its file.
const loadDemonstration = async () => ({ ...(await import('./demonstration/index.ts')), ...(await import('./open-demo-app.ts')) })
const loadImports = async () => ({ ...(await import('./import-kinds.ts')), ...(await import('./import-commands/index.ts')) })

const tell = (line: string): void => void process.stdout.write(`${line}\n`)

const withPlatform = async (work: (platform: Platform) => Promise<number>): Promise<number> => {
  const platform = await openPlatform({ ...parseSettings(process.env), logLevel: 'warn' }, { name: 'cli', works: true })
  try {
    await requireMigrated(platform.sql, MIGRATIONS_FOLDER)
    return await work(platform)
  } finally {
    await platform.close()
  }
}

const withDemonstration = (
  work: (platform: Platform, demonstration: Awaited<ReturnType<typeof loadDemonstration>>) => Promise<void>,
): Promise<number> =>
  withPlatform(async (platform) => {
    const { stopDocumentThreads } = await import('./documents/index.ts')
    try {
      await work(platform, await loadDemonstration())
      return 0
    } finally {
      await stopDocumentThreads()
    }
  })

const runMigrate = async (): Promise<number> => {
  const settings = parseSettings({ DATABASE_URL: process.env['DATABASE_MIGRATOR_URL'] ?? '', ...process.env })
  const { fresh, applied } = await migrate({
    url: process.env['DATABASE_MIGRATOR_URL'] ?? settings.databaseUrl,
    folder: MIGRATIONS_FOLDER,
    appPassword: process.env['ANSINH_APP_PASSWORD'] ?? null,
    markDemo: process.env['ANSINH_MARK_DEMO'] === '1',
    tell,
  })
  // A used database without its key file has lost its photos' keys: a new key would only hide that.
  if (!fresh && !existsSync(settings.keyFile))
    throw new Error(`Cơ sở dữ liệu đã dùng nhưng thiếu tệp khoá ${settings.keyFile}. / The database is in use and its key file is missing.`)
  loadKeyring(settings.keyFile, true)
  tell(
    applied === 0
      ? 'Cơ sở dữ liệu đã đúng phiên bản / database is up to date'
      : `Đã áp dụng ${applied} bước / ${applied} migrations applied`,
  )
  return 0
}

/** A whole nation of synthetic people; the same seed into the same empty register gives the same nation. */
const runSynth = ({ people, seed, multiply, demo }: Options): Promise<number> =>
  withPlatform(async ({ sql }) => {
    const { requireSynthetic, synthesise } = await import('./population/index.ts')
    const today = await requireSynthetic(sql, demo)
    tell(JSON.stringify(await synthesise(sql, { people: Number(people), seed: Number(seed), multiply: Number(multiply), today, tell })))
    return 0
  })

const runUndoImport = ({ words: [batchId] }: Options): Promise<number> => {
  if (batchId === undefined) throw new Error('Thiếu mã lô / the batch is missing')
  return withPlatform(async (platform) => {
    const { undoImportCommand, IMPORT_KINDS } = await loadImports()
    return undoImportCommand(platform, IMPORT_KINDS, batchId, tell)
  })
}

type Options = {
  words: string[]
  yes?: boolean | undefined
  errors?: string | undefined
  people: string
  seed: string
  multiply: string
  demo: boolean
  source?: string | undefined
  employer?: string | undefined
  office?: string | undefined
  out?: string | undefined
}

/** `import KIND FILE`. */
const runImport = async ({ words, source, yes, errors }: Options): Promise<number> => {
  preferSmallHeap()
  const [kind, path] = words
  const { runImportCommand, IMPORT_KINDS } = await loadImports()
  if (kind === undefined || path === undefined) {
    tell(
      [
        'import KIND FILE [--source TEXT] [--yes] [--errors FILE]',
        ...IMPORT_KINDS.map(({ name, title }) => `  ${name.padEnd(24)} ${title.vi} / ${title.en}`),
      ].join('\n'),
    )
    return 1
  }
  return withPlatform((platform) => runImportCommand(platform, IMPORT_KINDS, { kind, path, source, errors, confirms: yes === true }, tell))
}

const COMMANDS: Record<string, { says: string; run: (options: Options) => Promise<number> }> = {
  migrate: { says: 'bring the database to this version (DATABASE_MIGRATOR_URL)', run: runMigrate },
  'seed-reference': {
    says: 'load the reference lists this project brings',
    run: () =>
      withPlatform(async ({ sql }) => {
        const { seedReference } = await import('./reference/index.ts')
        await seedReference(sql)
        return 0
      }),
  },
  import: { says: 'a file of rows: KIND FILE [--source TEXT] [--yes] [--errors FILE]; without a kind: the list of kinds', run: runImport },
  imports: {
    says: 'the latest imports',
    run: () => withPlatform(async (platform) => (await loadImports()).listImportsCommand(platform, tell)),
  },
  'undo-import': { says: 'undo a written import by a compensating one: BATCH', run: runUndoImport },
  'seed-demo': {
    says: 'fill a demo-marked database with synthetic people (--people N)',
    run: ({ people }) =>
      withDemonstration((platform, { seedDemo, openDemoApp }) =>
        seedDemo(platform, { people: Number(people), tell, openApp: openDemoApp(platform.settings) }),
      ),
  },
  'seed-demo-registrations': {
    says: 'add registrations in many states to a demo-marked database (slow: every photo is really looked at)',
    run: () =>
      withDemonstration((platform, { seedRegistrations, openDemoApp }) =>
        seedRegistrations(platform, { tell, openApp: openDemoApp(platform.settings) }),
      ),
  },
  synth: {
    says: 'a synthetic nation (--people N --seed S --multiply M; --demo where the database is not marked)',
    run: runSynth,
  },
  'demo-sign-ins': {
    says: 'print demo sign-ins with the current TOTP code',
    run: () => withDemonstration(async (platform, { formatDemoSignIns }) => tell(await formatDemoSignIns(platform))),
  },
  'cover-sheet': {
    says: 'a cover sheet for forms handed in together: FILE (one form code a line) --employer NAME --office ID --out SHEET.pdf',
    run: ({ words: [path], employer, office, out }) =>
      withPlatform(async (platform) => {
        const { makeCoverSheetCommand } = await import('./batches/index.ts')
        return makeCoverSheetCommand(platform, { path, employer, office, out }, tell)
      }),
  },
  'verify-audit-export': {
    says: "an inspector's export against its seals, with the key file and without the database: FILE",
    run: async ({ words: [path] }) => {
      const { verifyExport } = await import('./audit/index.ts')
      const { readFile } = await import('node:fs/promises')
      if (path === undefined) throw new Error('Thiếu tệp / the file is missing')
      const keyring = loadKeyring(parseSettings({ DATABASE_URL: 'postgres://none', ...process.env }).keyFile, false)
      const result = verifyExport(keyring, await readFile(path, 'utf8'))
      tell(JSON.stringify({ ok: result.finding === null, ...result }))
      return result.finding === null ? 0 : 2
    },
  },
  'verify-audit': {
    says: 'compare audit lines, chains and heads',
    run: () =>
      withPlatform(async (platform) => {
        const { verifyAudit } = await import('./audit/index.ts')
        const result = await verifyAudit(platform)
        tell(JSON.stringify(result))
        return result.ok ? 0 : 2
      }),
  },
}

const main = async (): Promise<number> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      people: { type: 'string', default: '2400' },
      seed: { type: 'string', default: '1' },
      multiply: { type: 'string', default: '1' },
      demo: { type: 'boolean', default: false },
      source: { type: 'string' },
      yes: { type: 'boolean' },
      errors: { type: 'string' },
      employer: { type: 'string' },
      office: { type: 'string' },
      out: { type: 'string' },
    },
  })
  const command = COMMANDS[positionals[0] ?? '']
  if (command === undefined) {
    tell(['ansinh COMMAND', ...Object.entries(COMMANDS).map(([name, { says }]) => `  ${name.padEnd(24)} ${says}`)].join('\n'))
    return 1
  }
  return command.run({ ...values, words: positionals.slice(1) })
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return 1
})
