# One image for every process of Tocsin: `serve`, `work`, `migrate` and the rest of the command line.
FROM node:24-slim AS packages
WORKDIR /tocsin
COPY package.json package-lock.json .npmrc ./
COPY client-sdk/package.json client-sdk/
COPY console/package.json console/

FROM packages AS build
RUN npm ci
COPY . .
RUN npm run build && rm -rf dist/test dist/console

FROM packages AS production
# Without the optional packages: the embedded PostgreSQL is one, and production brings its own.
RUN npm ci --omit=dev --omit=optional

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /tocsin
COPY --from=production /tocsin/node_modules node_modules
COPY package.json LICENSE ./
COPY cli/tocsin.js cli/health.mjs cli/
COPY client-sdk/package.json client-sdk/
COPY --from=build /tocsin/dist dist
COPY --from=build /tocsin/client-sdk/dist client-sdk/dist
COPY --from=build /tocsin/console/dist console/dist
# `docker compose exec server-1 tocsin …`
RUN ln -s /tocsin/cli/tocsin.js /usr/local/bin/tocsin && chmod +x cli/tocsin.js
USER node
EXPOSE 8480
ENTRYPOINT ["node", "cli/tocsin.js"]
CMD ["serve"]
# For `serve`; a container that does something else overrides or disables it, as docker-compose.yml does.
HEALTHCHECK --interval=5s --timeout=4s --start-period=30s --retries=3 CMD ["node", "cli/health.mjs", "/readyz"]
