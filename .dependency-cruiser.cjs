// The laws of the house (README, "The house"). Arrows point down only.
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid('no-circular', 'Files form no circle.', {}, { circular: true }),
    forbid(
      'shared-is-the-ground',
      'shared imports nothing of ours.',
      { path: '^shared/' },
      { path: '^(server|jobs|web|tests|oreline)' },
    ),
    forbid(
      'kernel-below-domain',
      'kernel knows neither domain nor api.',
      { path: '^shared/kernel/' },
      { path: '^shared/(domain|api)/' },
    ),
    forbid(
      'domain-below-api',
      'domain does not know api.',
      { path: '^shared/domain/' },
      { path: '^shared/api/' },
    ),
    forbid(
      'shared-imports-pure-libraries',
      'shared may use zod, the Temporal polyfill and the CSV parser.',
      { path: '^shared/' },
      { path: 'node_modules', pathNot: 'node_modules/(zod|temporal-polyfill|csv-parse)/' },
    ),
    forbid('shared-has-no-io', 'shared runs anywhere.', { path: '^shared/' }, { dependencyTypes: ['core'] }),
    forbid(
      'server-never-imports-jobs',
      'Server and jobs meet in PostgreSQL.',
      { path: '^server/' },
      { path: '^jobs/' },
    ),
    forbid(
      'jobs-see-the-store-only',
      'jobs see of the server only db and config.',
      { path: '^jobs/' },
      { path: '^server/', pathNot: '^server/(db/|config\\.ts)' },
    ),
    forbid(
      'store-is-the-ground-floor',
      'The store knows neither routes nor app.',
      { path: '^server/db/' },
      { path: '^server/(routes/|app\\.ts)' },
    ),
    forbid(
      'sql-in-the-store-only',
      'SQL lives in server/db.',
      { pathNot: '^(server/db/|server/drizzle|tests/)' },
      { path: 'node_modules/(drizzle-orm|postgres|pg-boss)/' },
    ),
    forbid(
      'web-only-shared',
      'The page imports only shared.',
      { path: '^web/' },
      { path: '^(server|jobs|tests|oreline)' },
    ),
    forbid(
      'features-do-not-meet',
      'A screen does not import another screen.',
      { path: '^web/features/([^/]+)/' },
      { path: '^web/features/', pathNot: '^web/features/$1/' },
    ),
    forbid(
      'parts-know-no-screen',
      'What screens share does not know the screens.',
      { path: '^web/(charts|event|ui)/' },
      { path: '^web/features/' },
    ),
    forbid(
      'nobody-imports-the-door',
      'oreline.ts is the composition root.',
      { pathNot: '^tests/' },
      { path: '^oreline\\.ts$' },
    ),
    forbid(
      'roof-is-imported-by-the-door-alone',
      'routes, app and jobs are imported by the door.',
      { pathNot: '^(server/|jobs/|tests/|oreline\\.ts)' },
      { path: '^(server/(routes|app)|jobs/)' },
    ),
    forbid('no-tests-in-code', 'Code does not import tests.', { pathNot: '^tests/' }, { path: '^tests/' }),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.json'],
    },
  },
}
