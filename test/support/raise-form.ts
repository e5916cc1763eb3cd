import type { Page } from 'playwright-core';

/** Fills the form of a raise in, as far as it has to be. */
export async function writeWarning(page: Page, headline: string): Promise<void> {
  await page.getByLabel('Headline').fill(headline);
  await page.getByLabel('What happened, or is about to?').fill('Two groups call for a march on the shelter tonight.');
  await page.getByLabel('Kind of event').selectOption('attack');
  await page.getByRole('radio', { name: /Severe/ }).check();
  await page.getByRole('radio', { name: /Immediate/ }).check();
  await page.getByRole('radio', { name: /Likely/ }).check();
  await page.getByRole('checkbox', { name: 'Xenophobia' }).check();
  await page.getByRole('combobox', { name: 'Countries' }).fill('Austr');
  await page.getByRole('option', { name: 'Austria' }).click();
}
