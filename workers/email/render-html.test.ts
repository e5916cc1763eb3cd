import { expect, test } from '@jest/globals';
import type { Letter } from './letter.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

const hostile = `"><script>alert('&')</script>`;
const letter: Letter = {
  subject: hostile,
  banner: hostile,
  marking: hostile,
  heading: hostile,
  paragraphs: [hostile],
  facts: [{ label: hostile, value: hostile, language: hostile }],
  action: { label: hostile, url: `https://tocsin.example/?a=1&b="` },
  notes: [hostile],
};

test('nothing that anybody wrote becomes markup', () => {
  const html = renderHtml(letter);
  expect(html).not.toContain('<script');
  expect(html).not.toContain(`">&lt;script>`);
  expect(html.match(/&lt;script&gt;/g)).toHaveLength(11);
  expect(html).toContain('href="https://tocsin.example/?a=1&amp;b=&quot;"');
});

test('the page takes nothing from outside, fits a narrow screen and leaves dark mode to the reader', () => {
  const html = renderHtml(letter);
  expect(html).not.toMatch(/<(img|link|script|iframe)|url\(/);
  expect(html).toContain('width=device-width');
  expect(html).toContain('content="light dark"');
});

test('the text says all that the page says, in the same order', () => {
  const plain: Letter = {
    subject: 's',
    banner: 'BANNER',
    marking: 'MARKING',
    heading: 'HEADING',
    paragraphs: ['ONE', 'TWO'],
    facts: [{ label: 'Where', value: 'HERE' }],
    action: { label: 'OPEN', url: 'https://tocsin.example/' },
    notes: ['NOTE'],
  };
  const words = /BANNER|MARKING|HEADING|ONE|TWO|HERE|OPEN|https:\/\/tocsin\.example\/|NOTE/g;
  expect(renderText(plain).match(words)).toEqual([
    'BANNER',
    'MARKING',
    'HEADING',
    'ONE',
    'TWO',
    'HERE',
    'OPEN',
    'https://tocsin.example/',
    'NOTE',
    'MARKING',
  ]);
});
