/**
 * The server's features, lowest first: a feature uses only features of lower rows, through their doors.
 * Features of one row do not know each other. A new feature folder gets its place here.
 */
const FEATURE_ORDER = [
  ['reference-lists', 'reference-seeds', 'audit', 'operations', 'import-files', 'message-texts', 'close-matches'],
  ['reference'],
  ['persons', 'imports', 'documents', 'messages'],
  ['notices', 'second-checks', 'families', 'paper-codes'],
  ['accounts', 'staff', 'import-desk', 'import-decisions', 'import-commands'],
  ['step-ups'],
  ['recovery', 'passkeys', 'inbox', 'reminders', 'staff-posts'],
  ['contacts'],
  ['devices', 'representations'],
  ['benefits', 'visits', 'cards', 'contributions'],
  ['registrations', 'participation-imports', 'wallet-cards'],
  ['decisions', 'fraud-signals'],
  ['counter', 'applicants', 'forms', 'fraud', 'practice', 'closures', 'queues'],
  ['photos', 'procedures', 'statements', 'employers', 'help', 'lookups', 'incidents'],
  ['number-requests', 'agent-badges'],
  [
    'reports',
    'histories',
    'dependants',
    'mandates',
    'own-data',
    'data-requests',
    'request-photos',
    'adjustments',
    'account-stops',
    'assistant',
  ],
  ['walk-ins', 'papers', 'requests', 'account-desk', 'batches', 'audit-exports', 'reference-desk', 'badge-desk'],
  ['employer-officers', 'public-checks'],
  ['employer-accounts'],
  ['rosters', 'problem-reports'],
  ['roster-previews', 'roster-ends', 'tickets'],
  ['roster-uploads', 'call-backs', 'chats', 'ticket-photos'],
  ['rollouts'],
  ['invitations', 'bulk-forms', 'hand-ins', 'prepared-drafts', 'visit-plans', 'register-copies'],
  ['campaigns', 'support-desk', 'announcements'],
  ['campaign-letters'],
  ['population'],
  ['demonstration'],
]

const server = '^apps/server/src'

/** One rule per feature: everything that is not itself, not platform and not in a lower row is out of reach. */
const featureRules = FEATURE_ORDER.flatMap((row, level) =>
  row.map((feature) => {
    const reachable = ['platform', feature, ...FEATURE_ORDER.slice(0, level).flat()]
    return {
      name: `order-${feature}`,
      comment: `${feature} uses only: ${reachable.join(', ')}`,
      severity: 'error',
      from: { path: `${server}/${feature}/` },
      to: { path: `${server}/[^/]+`, pathNot: `${server}/(${reachable.join('|')})/` },
    }
  }),
)

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-feature-circles',
      comment: 'two folders must not need each other',
      scope: 'folder',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-pure',
      comment: 'domain imports nothing but itself',
      severity: 'error',
      from: { path: '^packages/domain/src', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/domain/src' },
    },
    {
      name: 'contract-knows-domain-only',
      severity: 'error',
      from: { path: '^packages/contract/src' },
      to: { path: '^(apps|packages)/', pathNot: '^packages/(contract|domain)/src' },
    },
    { name: 'ui-knows-domain-only', severity: 'error', from: { path: '^packages/ui/src' }, to: { path: '^packages/(?!ui/|domain/)' } },
    { name: 'packages-know-no-app', severity: 'error', from: { path: '^packages/' }, to: { path: '^apps/' } },
    { name: 'apps-know-no-other-app', severity: 'error', from: { path: '^apps/([^/]+)/' }, to: { path: '^apps/', pathNot: '^apps/$1/' } },
    {
      name: 'server-draws-nothing',
      comment: 'Node cannot run .tsx, so the server stays away from packages/ui',
      severity: 'error',
      from: { path: server },
      to: { path: '^packages/ui/' },
    },
    {
      name: 'product-knows-no-tool',
      comment: 'what runs does not need what builds, measures or tests it; the configuration of a build may',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: '/vite\\.config\\.ts$' },
      to: { path: '^(tools|tests)/' },
    },
    {
      name: 'tests-look-from-outside',
      comment: 'tests/ sees the running system and imports nothing of ours',
      severity: 'error',
      from: { path: '^tests/' },
      to: { path: '^(apps|packages)/' },
    },
    {
      name: 'browsers-have-no-node',
      severity: 'error',
      from: { path: '^(apps/(citizen|office)|packages/(ui|contract|domain))/src/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/(platform|shared)/' },
      to: { path: '^apps/[^/]+/src/', pathNot: '^apps/[^/]+/src/(platform|shared)/' },
    },
    {
      name: 'features-meet-at-the-door',
      comment: 'another feature is imported through its index.ts only',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/([^/]+)/' },
      to: {
        path: '^apps/$1/src/[^/]+/',
        pathNot: ['^apps/$1/src/$2/', '^apps/$1/src/(platform|shared)/', '^apps/$1/src/[^/]+/index\\.tsx?$'],
      },
    },
    {
      name: 'entries-use-doors',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/[^/]+\\.tsx?$' },
      to: { path: '^apps/[^/]+/src/[^/]+/', pathNot: ['/(platform|shared|app)/', '/index\\.tsx?$'] },
    },
    {
      name: 'web-features-apart',
      severity: 'error',
      from: { path: '^apps/(citizen|office)/src/(?!app/|shared/)([^/]+)/' },
      to: { path: '^apps/$1/src/(?!app/|shared/)[^/]+/', pathNot: '^apps/$1/src/$2/' },
    },
    {
      name: 'sql-only-in-query-files',
      comment:
        'a connection may be handed on (its type), the driver is for query files; tools/checks/check-house.ts looks for the SQL itself',
      severity: 'error',
      from: { path: '^apps/server/src/[^/]+/', pathNot: ['-queries\\.ts$', '^apps/server/src/platform/', '\\.test\\.ts$'] },
      to: { path: '^apps/server/src/platform/sql\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    ...featureRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
