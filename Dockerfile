# One image, several roles (ORELINE_ROLE). Node runs the TypeScript as it stands; only the page is built.
FROM node:24-slim AS workspace
WORKDIR /oreline
RUN npm install --global pnpm@12.21.0
COPY package.json pnpm-workspace.yaml pnpm-lock.yaml ./
COPY shared/package.json shared/
COPY server/package.json server/
COPY server/patches server/patches/
COPY jobs/package.json jobs/
COPY web/package.json web/
COPY tests/package.json tests/

FROM workspace AS page
RUN pnpm install --prod --frozen-lockfile
COPY . .
RUN node --input-type=module --eval "import { ensurePageBuilt } from './web/build.ts'; await ensurePageBuilt({ log: console.log })"

FROM workspace
# The database is a service of its own here: the private one's binaries, an optional dependency, stay out.
RUN pnpm install --prod --no-optional --frozen-lockfile
COPY . .
COPY --from=page /oreline/web/dist web/dist
# The small young generation halves what an idle Oreline weighs.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4600 NODE_OPTIONS=--max-semi-space-size=8
# Backups are written here before a new version changes the store.
RUN mkdir .oreline && chown node:node .oreline
USER node
EXPOSE 4600
CMD ["node", "oreline.ts"]
