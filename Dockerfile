# One image, several roles (ORELINE_ROLE). Node runs the TypeScript as it stands; only the page is built.
FROM node:24-slim AS base
WORKDIR /oreline
RUN npm install --global pnpm@12.21.0
COPY package.json pnpm-workspace.yaml pnpm-lock.yaml ./
COPY shared/package.json shared/
COPY server/package.json server/
COPY jobs/package.json jobs/
COPY web/package.json web/
COPY tests/package.json tests/
# The database is a service of its own here, so the binaries of the private one stay out.
RUN pnpm install --prod --frozen-lockfile --no-optional --config.verify-deps-before-run=false
COPY . .
RUN node --input-type=module --eval "import { ensurePageBuilt } from './web/build.ts'; await ensurePageBuilt({ log: console.log })"

ENV NODE_ENV=production HOST=0.0.0.0 PORT=4600
USER node
EXPOSE 4600
# The small young generation halves what an idle Oreline weighs.
ENV NODE_OPTIONS=--max-semi-space-size=8
CMD ["node", "oreline.ts"]
