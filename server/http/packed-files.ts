import path from 'node:path';
import express, { type RequestHandler, type Response } from 'express';

/** How a file may stand packed beside itself, the smallest first, by the name of the coding in HTTP. */
const endings = { br: '.br', gzip: '.gz' } as const;
const packable = /\.(js|css|svg|webmanifest)$/;

/**
 * Serves what stands packed beside a file of `directory`, to whoever takes it; what does not goes on to the next.
 * @param freshness sets how long the file itself may be kept
 */
export function packedFiles(directory: string, freshness: (response: Response, file: string) => void): RequestHandler {
  const files = express.static(directory, {
    index: false,
    redirect: false,
    setHeaders(response: Response, file) {
      const ending = path.extname(file);
      const plain = file.slice(0, -ending.length);
      freshness(response, plain);
      response.type(path.extname(plain));
      response.setHeader('Content-Encoding', ending === endings.br ? 'br' : 'gzip');
    },
  });
  return (request, response, next) => {
    const { url, path: asked } = request;
    if (!packable.test(asked)) return next();
    // A cache in between must not hand the packed one to whoever cannot read it, nor the other way round.
    response.vary('Accept-Encoding');
    // Asked one by one: of several that are as welcome, the first that the browser names would win, and each names gzip first.
    const coding = (['br', 'gzip'] as const).find((one) => request.acceptsEncodings(one));
    if (coding === undefined) return next();
    request.url = `${asked}${endings[coding]}`;
    return files(request, response, (error?: unknown) => {
      request.url = url;
      next(error);
    });
  };
}
