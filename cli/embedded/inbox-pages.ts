import type { ReceivedMail } from './mail-sink.ts';

const REFRESH_SECONDS = 10;

/** Markup that is safe to send: everything that was put into it has been escaped. */
class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Every mail, newest first; the page asks for itself again every ten seconds. */
export function listPage(mails: ReceivedMail[], base: string, nonce: string): string {
  const rows = mails.map(
    (mail) => markup`<li><a href="${base}/${mail.id}">
      ${time(mail.at)} <span class="to"><bdi>${mail.to.join(', ')}</bdi></span> <strong dir="auto">${subject(mail)}</strong>
    </a></li>`,
  );
  const empty = markup`<p>No mail yet. When a team does not answer a warning in time, its escalation mails arrive here.</p>`;
  const count = mails.length === 1 ? '1 mail' : `${mails.length} mails`;
  return page({
    title: `Inbox (${mails.length})`,
    nonce,
    refresh: true,
    body: markup`<h1>Demo inbox</h1>
<p class="note">${count}, newest first. This is the demo’s own mail server: nothing leaves this machine.</p>
${mails.length === 0 ? empty : markup`<ol class="mails">${rows}</ol>`}`,
  });
}

/** One mail: headers, the text part, and the HTML part in a frame that can run nothing and fetch nothing. */
export function mailPage(mail: ReceivedMail, base: string, nonce: string): string {
  const address = `${base}/${mail.id}`;
  const headers = Object.entries(mail.headers).map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`);
  const html = markup`<h2 id="html">HTML</h2>
<iframe src="${address}/html" title="HTML part" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  return page({
    title: subject(mail),
    nonce,
    body: markup`<nav><a href="${base}">← Inbox</a></nav>
<h1 dir="auto">${subject(mail)}</h1>
<dl class="envelope"><dt>From</dt><dd>${mail.from}</dd><dt>To</dt><dd>${mail.to.join(', ')}</dd><dt>Received</dt><dd>${time(mail.at)}</dd></dl>
${mail.text === '' ? '' : markup`<h2 id="text">Text</h2><pre dir="auto">${mail.text}</pre>`}
${mail.html === '' ? '' : html}
<details><summary>All headers</summary><dl>${headers}</dl></details>
<p><a href="${address}/raw">Raw source</a></p>`,
  });
}

export function refusalPage(told: { title: string; detail: string; base: string; nonce: string }): string {
  const { title, detail, base, nonce } = told;
  const body = markup`<h1>${title}</h1><p>${detail} <a href="${base}">← Inbox</a></p>`;
  return page({ title, nonce, body });
}

function page(options: { title: string; nonce: string; body: Markup; refresh?: boolean }): string {
  const { title, nonce, body, refresh = false } = options;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${refresh ? markup`<meta http-equiv="refresh" content="${String(REFRESH_SECONDS)}">` : ''}
<title>${title} · Tocsin demo</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${new Markup(STYLE)}</style>
</head>
<body><main>${body}</main></body>
</html>
`.text;
}

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1c2024, #e8eaed); --quiet: light-dark(#55606b, #a5afb9);
  --line: light-dark(#d5dae0, #3a424b); --paper: light-dark(#ffffff, #16191d); --raised: light-dark(#f4f6f8, #1f242a);
  --link: light-dark(#0b57a4, #8ac0ff); }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 66rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, iframe:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
nav { margin-bottom: 1rem; }
time, .to, .note { color: var(--quiet); }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.mails { list-style: none; margin: 1rem 0 0; padding: 0; border-top: 1px solid var(--line); }
.mails li { border-bottom: 1px solid var(--line); }
.mails a { display: grid; grid-template-columns: max-content 18rem 1fr; gap: 0 1rem; padding: .6rem .5rem; color: inherit; text-decoration: none; }
.mails a:hover { background: var(--raised); }
.mails strong { font-weight: 600; color: var(--link); text-decoration: underline; text-underline-offset: .15em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0 0 1rem; }
dt { color: var(--quiet); }
dd { margin: 0; white-space: pre-wrap; }
pre { margin: 0; padding: 1rem; background: var(--raised); border: 1px solid var(--line); border-radius: 6px;
  font: .95rem/1.5 ui-monospace, monospace; white-space: pre-wrap; }
iframe { display: block; box-sizing: border-box; width: 100%; height: 34rem; border: 1px solid var(--line); border-radius: 6px;
  background: #ffffff; color-scheme: light; }
details { margin: 2rem 0 1rem; }
summary { cursor: pointer; margin-bottom: .5rem; }
@media (max-width: 46rem) {
  .mails a { grid-template-columns: 1fr; }
  .mails strong { order: -1; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .5rem; }
}
`;

function subject(mail: ReceivedMail): string {
  return mail.subject === '' ? '(no subject)' : mail.subject;
}

function time(at: string): Markup {
  return markup`<time datetime="${at}">${at.slice(0, 19).replace('T', ' ')} UTC</time>`;
}

function markup(parts: TemplateStringsArray, ...values: (string | Markup | Markup[])[]): Markup {
  return new Markup(String.raw({ raw: parts }, ...values.map(safe)));
}

function safe(value: string | Markup | Markup[]): string {
  if (value instanceof Markup) return value.text;
  if (typeof value !== 'string') return value.map(({ text }) => text).join('');
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
