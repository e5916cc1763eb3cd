import type { Letter } from './letter.ts';

/**
 * A letter as HTML: one column, nothing from outside, colours only where both light and dark keep them readable. All text
 * is inherited from the mail client, so that its dark mode stays its own affair.
 */
export function renderHtml(letter: Letter): string {
  const { banner, marking, heading, paragraphs, facts, action, notes } = letter;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(letter.subject)}</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; padding: 16px; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 600px; margin: 0 auto; overflow-wrap: anywhere; }
h1 { font-size: 22px; line-height: 1.25; margin: 16px 0; }
p { margin: 0 0 12px; }
dt { font-weight: bold; margin-top: 8px; }
dd { margin: 0; white-space: pre-line; }
</style>
</head>
<body>
<main>
${banner === null ? '' : `<p style="border:3px solid;padding:8px 12px;font-weight:bold">${escaped(banner)}</p>`}
${marking === null ? '' : `<p style="font-weight:bold">${escaped(marking)}</p>`}
<h1>${escaped(heading)}</h1>
${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n')}
${facts.length === 0 ? '' : `<dl>\n${facts.map(factHtml).join('\n')}\n</dl>`}
<p style="margin:24px 0"><a href="${escaped(action.url)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#1d4ed8;color:#ffffff;font-weight:bold;text-decoration:none">${escaped(action.label)}</a></p>
<p style="font-size:14px">${escaped(action.url)}</p>
${notes.map((text) => `<p style="font-size:14px">${escaped(text)}</p>`).join('\n')}
${marking === null ? '' : `<p style="font-size:14px;font-weight:bold">${escaped(marking)}</p>`}
</main>
</body>
</html>
`;
}

function factHtml({ label, value, language }: Letter['facts'][number]): string {
  const tongue = language === undefined ? '' : ` lang="${escaped(language)}" dir="auto"`;
  return `<dt>${escaped(label)}</dt><dd${tongue}>${escaped(value)}</dd>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
