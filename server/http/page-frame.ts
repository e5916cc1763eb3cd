import helmet from 'helmet';

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}code,button{font:inherit}';

/** Of pages with one form and a token in their address, which is nobody else's: nothing is loaded, and nobody is told where one came from. */
export function formPolicy(): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'unsafe-inline'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
  });
}

/** A whole small page. Both parts are HTML: whoever calls has escaped what came from outside. */
export function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · Tocsin</title><style>${style}</style>
<main>${content}</main>
</html>`;
}
