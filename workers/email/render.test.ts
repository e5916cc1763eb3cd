import { expect, test } from '@jest/globals';
import type { Letter } from './letter.ts';
import { renderHtml } from './render-html.tsx';
import { renderText } from './render-text.ts';

const hostile = `"><script>alert('&')</script>`;
const letter: Letter = {
  language: 'en',
  subject: hostile,
  banner: hostile,
  marking: { label: hostile, definition: hostile },
  heading: hostile,
  paragraphs: [hostile],
  facts: [{ label: hostile, value: hostile, language: 'de' }],
  sections: [
    {
      heading: hostile,
      entries: [
        {
          title: { text: hostile, language: 'de', named: hostile },
          lead: hostile,
          paragraphs: [hostile],
          facts: [{ label: hostile, value: hostile }],
        },
      ],
    },
  ],
  action: { label: hostile, url: `https://tocsin.example/?a=1&b="` },
  further: [hostile],
  details: [{ label: hostile, value: hostile }],
  notes: [hostile],
};
const plain: Letter = {
  language: 'en',
  subject: 's',
  banner: 'BANNER',
  marking: { label: 'MARKING', definition: 'MEANS' },
  heading: 'HEADING',
  paragraphs: ['ONE', 'TWO'],
  facts: [{ label: 'Where', value: 'HERE' }],
  sections: [
    {
      heading: 'SECTION',
      entries: [
        {
          title: { text: 'TITLE', named: 'NAMED' },
          lead: 'LEAD',
          paragraphs: ['THREE'],
          facts: [{ label: 'Who', value: 'FACT' }],
        },
      ],
    },
  ],
  action: { label: 'OPEN', url: 'https://tocsin.example/' },
  further: ['FURTHER'],
  details: [{ label: 'How', value: 'DETAIL' }],
  notes: ['NOTE'],
};

test('nothing that anybody wrote becomes markup', () => {
  const html = renderHtml(letter);
  expect(html).not.toContain('<script');
  expect(html.match(/&lt;script&gt;/g)).toHaveLength(24);
  expect(html).toContain('href="https://tocsin.example/?a=1&amp;b=&quot;"');
});

test('the page takes nothing from outside, fits a narrow screen and leaves dark mode to the reader', () => {
  const html = renderHtml(letter);
  expect(html).not.toMatch(/<(img|link|script|iframe)|url\(|@import/);
  expect(html).toContain('width=device-width');
  expect(html).toContain('content="light dark"');
});

test('the page is read in the direction of its language, and each quotation in that of its own', () => {
  const quotation = { label: 'Headline', value: 'שלום', language: 'he' };
  expect(renderHtml({ ...plain, facts: [quotation] })).toMatch(
    /^<!doctype html><html dir="ltr" lang="en">.*<dd[^>]* lang="he" dir="rtl"/s,
  );
  const arabic = renderHtml({ ...plain, language: 'ar', facts: [{ ...quotation, language: 'pl' }] });
  expect(arabic).toMatch(/^<!doctype html><html dir="rtl" lang="ar">.*<dd[^>]* lang="pl" dir="ltr"/s);
  expect(arabic).not.toMatch(/(float|text-align|margin-\w+):\s*(left|right)/);
});

test('links lead home alone, whatever address somebody wrote', () => {
  const notes = ['End: https://tocsin.example/end', 'https://evil.example/ https://tocsin.example.evil.example/'];
  const html = renderHtml({ ...plain, notes });
  expect(html.match(/href="[^"]+"/g)).toEqual([
    'href="https://tocsin.example/"',
    'href="https://tocsin.example/"',
    'href="https://tocsin.example/end"',
  ]);
});

test('the text says all that the page says', () => {
  const words =
    /BANNER|MARKING|MEANS|HEADING|ONE|TWO|HERE|SECTION|TITLE|NAMED|LEAD|THREE|FACT|OPEN|https:\/\/tocsin\.example\/|FURTHER|DETAIL|NOTE/g;
  expect(renderText(plain).match(words)).toEqual([
    'BANNER',
    'MARKING',
    'MEANS',
    'HEADING',
    'ONE',
    'TWO',
    'HERE',
    'SECTION',
    'TITLE',
    'NAMED',
    'LEAD',
    'THREE',
    'FACT',
    'OPEN',
    'https://tocsin.example/',
    'FURTHER',
    'DETAIL',
    'NOTE',
    'MARKING',
    'MEANS',
  ]);
  expect(new Set(renderHtml(plain).match(words))).toEqual(new Set(renderText(plain).match(words)));
});

test('in the text short facts stand line by line, and what is long below its label', () => {
  const long = 'Many words. '.repeat(20);
  const facts = [
    { label: 'Where', value: 'Here' },
    { label: 'When', value: 'Now' },
    { label: 'Description', value: long },
    { label: 'Severity', value: 'Minor' },
  ];
  expect(renderText({ ...plain, facts })).toContain(
    `\n\nWhere: Here\nWhen: Now\n\nDescription:\n${long}\n\nSeverity: Minor\n\n`,
  );
});
