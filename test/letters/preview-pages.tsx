import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { mailLanguages, type MailLanguage } from '../../workers/email/languages/languages.ts';
import { phrasebook } from '../../workers/email/phrasebook.ts';
import { renderHtml } from '../../workers/email/render-html.tsx';
import { renderText } from '../../workers/email/render-text.ts';
import { samples } from './samples.ts';

/** One letter in one language. */
export interface Choice {
  readonly name: string;
  readonly language: MailLanguage;
}

/** Of the query of a request; undefined where there is no such letter. */
export function chosen(query: URLSearchParams): Choice | undefined {
  const [name, language] = [query.get('letter') ?? '', mailLanguages.find((one) => one === query.get('language'))];
  return samples.has(name) && language ? { name, language } : undefined;
}

/** Every letter by every language, each a link to the page that shows it. */
export function indexPage(): string {
  return page(
    'Every letter in every language',
    <table>
      <thead>
        <tr>
          <th scope="col">Letter</th>
          {mailLanguages.map((language) => (
            <th key={language} scope="col">
              {language}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...samples.keys()].map((name) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {mailLanguages.map((language) => (
              <td key={language}>
                <a href={pathOf('/letter', { name, language })} aria-label={`${name} in ${language}`}>
                  {language}
                </a>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>,
  );
}

/** A letter as a phone and a desk show it, in light and dark, and its text part. */
export function letterPage(choice: Choice): string {
  const letter = written(choice);
  const looks = (['light', 'dark'] as const).flatMap((scheme) => [360, 800].map((width) => ({ scheme, width })));
  return page(
    letter.subject,
    <>
      <p>
        <a href="/">All letters</a>
        {mailLanguages.map((language) => (
          <a
            key={language}
            href={pathOf('/letter', { ...choice, language })}
            aria-current={language === choice.language ? 'page' : undefined}
          >
            {language}
          </a>
        ))}
      </p>
      <div className="looks">
        {looks.map(({ scheme, width }) => (
          <figure key={`${scheme} ${width}`}>
            <figcaption>
              {width} px, {scheme}
            </figcaption>
            <iframe
              title={`${width} px, ${scheme}`}
              src={`${pathOf('/html', choice)}&scheme=${scheme}`}
              style={{ width, height: 900 }}
            />
          </figure>
        ))}
        <figure>
          <figcaption>
            <a href={pathOf('/text', choice)}>Text</a>
          </figcaption>
          <pre lang={choice.language}>{renderText(letter)}</pre>
        </figure>
      </div>
    </>,
  );
}

/** The HTML part as it is mailed, or as it is for somebody who prefers light or dark. */
export function htmlPart(choice: Choice, query: URLSearchParams): string {
  const html = renderHtml(written(choice));
  const scheme = query.get('scheme');
  return scheme === 'light' || scheme === 'dark' ? html.replaceAll('light dark', scheme) : html;
}

/** The text part as it is mailed. */
export function textPart(choice: Choice): string {
  return renderText(written(choice));
}

function written({ name, language }: Choice): ReturnType<NonNullable<ReturnType<typeof samples.get>>> {
  const write = samples.get(name);
  if (!write) throw new Error(`There is no letter ${name}.`);
  return write(phrasebook(language, 'Europe/Brussels'));
}

function pathOf(path: string, { name, language }: Choice): string {
  return `${path}?${new URLSearchParams({ letter: name, language })}`;
}

const style = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 16px; }
th { text-align: start; font-weight: normal; padding-inline-end: 16px; }
td a, p a { display: inline-block; padding: 4px 8px; }
[aria-current] { font-weight: bold; }
.looks { display: flex; flex-wrap: wrap; gap: 16px; }
figure { margin: 0; }
iframe { border: 1px solid; }
pre { white-space: pre-wrap; max-width: 80ch; border: 1px solid; padding: 16px; margin: 0; }
`;

function page(title: string, content: ReactNode): string {
  return `<!doctype html>${renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{style}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {content}
        </main>
      </body>
    </html>,
  )}`;
}
